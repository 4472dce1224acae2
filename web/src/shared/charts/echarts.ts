/** The parts of ECharts that the pages use; loaded with the first chart, never before. */
import { BarChart, CustomChart, LineChart, SankeyChart } from "echarts/charts";
import {
  AriaComponent,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TooltipComponent,
} from "echarts/components";
import { type ECharts, init, use as register } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

register([
  AriaComponent,
  BarChart,
  CanvasRenderer,
  CustomChart,
  GridComponent,
  LegendComponent,
  LineChart,
  MarkLineComponent,
  SankeyChart,
  TooltipComponent,
]);

export { type ECharts, init };
