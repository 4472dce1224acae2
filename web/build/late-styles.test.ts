import { expect, test } from "vitest";
import { withLateStyles } from "./late-styles";

const page = `<html>
  <head>
    <link rel="stylesheet" href="/starting.css" />
    <script type="module" crossorigin src="/assets/index-a.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-b.css">
  </head>
  <body>
    <div id="root"></div>
  </body>
</html>
`;

test("the pages' styles come after the first picture, its own few stay before it", () => {
  const made = withLateStyles(page);
  expect(made.indexOf("/starting.css")).toBeLessThan(made.indexOf("<body>"));
  expect(made.indexOf("/assets/index-b.css")).toBeGreaterThan(made.indexOf('id="root"'));
  expect(made.match(/index-b\.css/g)).toHaveLength(1);
  expect(made).toContain("</body>");
});
