/** Line icons on a grid of 24. They accompany words and say nothing to a screen reader. */
const shapes = {
  today: "M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z",
  retention:
    "M4 12a8 8 0 0 1 13.7-5.600L20 8.500M20 4v4.500h-4.500" +
    "M20 12a8 8 0 0 1-13.7 5.600L4 15.500M4 20v-4.500h4.5",
  customers:
    "M12 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7z" +
    "M5 20c.5-3.500 3.400-5.500 7-5.500s6.5 2 7 5.500" +
    "M5.5 11.500a2.500 2.500 0 1 1 .8-4.800M18.5 11.500a2.500 2.500 0 1 0-.8-4.800",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.500 4.500",
  columns: "M4 5h16v14H4zM9.3 5v14M14.700 5v14",
  download: "M12 4v11M7.500 11l4.500 4.500 4.500-4.500M5 20h14",
  phone:
    "M6 4h3l1.500 4.500-2 1.500a11 11 0 0 0 5.500 5.500l1.500-2 4.500 1.500v3a2 2 0 0 1-2 2" +
    "A14 14 0 0 1 4 6a2 2 0 0 1 2-2z",
  filter: "M4 6h16M7 12h10M10 18h4",
  who: "M4 4h7v7H4zM14 4h6v7h-6zM4 14h7v6H4zM14 14h6v6h-6z",
  products: "M12 3l8 4.500v9L12 21l-8-4.500v-9zM4 7.500l8 4.500 8-4.500M12 12v9",
  value: "M12 20l-7-9 3-6h8l3 6zM5 11h14M9.5 11l2.5 9 2.500-9",
  close: "M6 6l12 12M18 6L6 18",
  cart: "M3 4h2l2.500 11h10l2-8H6M9 19.500h.01M16 19.500h.01",
  note: "M5 4h14v11l-5 5H5zM14 20v-5h5M8 8h8M8 12h5",
  upload: "M12 16V5M7.5 9.500L12 5l4.500 4.500M4 15v4h16v-4",
  settings:
    "M4 8h9M17 8h3M4 16h3M11 16h9M15 10a2 2 0 1 0 0-4 2 2 0 0 0 0 4z" +
    "M9 18a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
  account: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c.6-3.4 3.4-5.5 7-5.5s6.4 2.1 7 5.5",
  prices: "M4 18l5-6 4 3 7-9M15 6h5v5M4 21h16",
  people:
    "M9 11.5A3.5 3.5 0 1 0 9 4.500a3.5 3.5 0 0 0 0 7zM3 19.500c.5-3 3-5 6-5s5.5 2 6 5" +
    "M15.5 4.800a3.5 3.5 0 0 1 0 6.400M18 14.800c1.7.8 2.7 2.5 3 4.7",
  key: "M8 19a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 12l8-8M16 7l3 3M14 9l2 2",
  log:
    "M7 4h10a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM9 9h6" +
    "M9 13h6M9 17h3",
  language:
    "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3.5 9h17M3.5 15h17M12 3c-5 5.5-5 12.5 0 18" +
    "M12 3c5 5.5 5 12.5 0 18",
  sun:
    "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v1.500M12 19.500V21M3 12h1.500M19.5 12H21" +
    "M5.6 5.600l1 1M17.4 17.400l1 1M5.6 18.400l1-1M17.4 6.600l1-1",
  moon: "M20 14.500A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.500z",
  auto: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 8l5.5-2.500M12 13l8.5-4M12 18l8-4",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  out: "M10 4H6a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h4M15 8l4 4-4 4M19 12H9",
  copy:
    "M9 9h9a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H11a2 2 0 0 1-2-2z" +
    "M15 9V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h3",
  check: "M5 12.500l4.5 4.500L19 7.5",
  print:
    "M7 8V4h10v4" +
    "M7 17H5a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2" +
    "M7 14h10v6H7z",
  plus: "M12 5v14M5 12h14",
  trash: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5",
  alert: "M12 4l9 16H3zM12 10v4M12 17h.01",
  empty: "M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5",
  device: "M4 5h16v11H4zM2 20h20",
  shield: "M12 3l8 3v6c0 4.5-3.3 7.5-8 9-4.7-1.5-8-4.5-8-9V6zM8.5 12l2.5 2.5 4.5-4.5",
  lock: "M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3",
  back: "M14 6l-6 6 6 6",
  forward: "M10 6l6 6-6 6",
  calendar: "M5 6h14v14H5zM5 10.500h14M9 3.500v4M15 3.500v4",
  menu: "M4 7h16M4 12h16M4 17h16",
} as const;

export type IconName = keyof typeof shapes;

/** Icons that point somewhere point the other way where text runs from right to left. */
const mirrored: ReadonlySet<IconName> = new Set(["out", "back", "forward"]);

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className={mirrored.has(name) ? "mirrored" : undefined}
      style={{ flexShrink: 0 }}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "more" ? 2.5 : 1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
