interface Api {
  coord: (point: number[]) => number[];
}

/** A band between two lines as one shape; `edges` are [x, low, high] in the order of x. */
export function bandSeries(edges: readonly (readonly [number, number, number])[], color: string) {
  return {
    type: "custom",
    silent: true,
    // One shape for all points: it is drawn with the first of them.
    renderItem: ({ dataIndex }: { dataIndex: number }, api: Api) => {
      if (dataIndex !== 0) return null;
      const upper = edges.map(([x, , high]) => api.coord([x, high]));
      const lower = edges.map(([x, low]) => api.coord([x, low]));
      return {
        type: "polygon",
        shape: { points: [...upper, ...lower.reverse()] },
        style: { fill: color },
      };
    },
    data: edges.map(([x, , high]) => [x, high]),
    encode: { x: 0, y: 1 },
    clip: true,
    z: 1,
  };
}
