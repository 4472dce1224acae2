const largestSide = 16_000;
const largestArea = 60_000_000;
const sharpness = 2;
const corner = 4;

/** A map drawn as a table, as a picture on the page's ground, every cell: as a data address. */
export function pictureOfTable(table: HTMLTableElement): string {
  const scroller = scrollerOf(table);
  const [left, top] = [scroller?.scrollLeft ?? 0, scroller?.scrollTop ?? 0];
  // What sticks to an edge then stands where it belongs.
  scroller?.scrollTo(0, 0);
  const canvas = document.createElement("canvas");
  paint(table, canvas);
  scroller?.scrollTo(left, top);
  return canvas.toDataURL("image/png");
}

function paint(table: HTMLTableElement, canvas: HTMLCanvasElement): void {
  const box = table.getBoundingClientRect();
  const pen = canvas.getContext("2d");
  if (!pen || box.width === 0) return;
  const scale = scaleFor(box.width, box.height);
  canvas.width = Math.ceil(box.width * scale);
  canvas.height = Math.ceil(box.height * scale);
  pen.scale(scale, scale);
  const page = getComputedStyle(table);
  pen.fillStyle = page.getPropertyValue("--vafa-surface");
  pen.fillRect(0, 0, box.width, box.height);
  pen.translate(-box.left, -box.top);
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  const unfinished = page.getPropertyValue("--vafa-line");
  for (const cell of table.querySelectorAll("th, td")) {
    paintGround(pen, cell, unfinished);
    paintWords(pen, cell);
  }
}

/** As sharp as a canvas may be: a map of 120 cohorts is large. */
export function scaleFor(width: number, height: number): number {
  const bySide = largestSide / Math.max(width, height);
  return Math.min(sharpness, bySide, Math.sqrt(largestArea / (width * height)));
}

function paintGround(pen: CanvasRenderingContext2D, cell: Element, unfinished: string): void {
  const { backgroundColor, backgroundImage } = getComputedStyle(cell);
  const { left, top, width, height } = cell.getBoundingClientRect();
  pen.beginPath();
  pen.roundRect(left, top, width, height, corner);
  // Hatched on the page: a period that is not over.
  pen.fillStyle = backgroundImage === "none" ? backgroundColor : unfinished;
  pen.fill();
}

/** Word by word, each where the browser has put it: lines and directions come out right. */
function paintWords(pen: CanvasRenderingContext2D, cell: Element): void {
  const words = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = words.nextNode(); node; node = words.nextNode()) {
    const { parentElement: parent, textContent: text } = node;
    if (!parent || !text || parent.classList.contains("sr-only")) continue;
    const { color, fontStyle, fontWeight, fontSize, fontFamily, direction } =
      getComputedStyle(parent);
    pen.fillStyle = color;
    pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
    pen.direction = direction === "rtl" ? "rtl" : "ltr";
    for (const { index, 0: word } of text.matchAll(/\S+/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      pen.fillText(word, left + width / 2, top + height / 2);
    }
  }
}

function scrollerOf(table: Element): Element | null {
  let at = table.parentElement;
  while (at && at.scrollWidth <= at.clientWidth) at = at.parentElement;
  return at === document.documentElement || at === document.body ? null : at;
}
