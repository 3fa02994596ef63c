// Public consensus beside private spread: one column for each moment, drawn from lengths that the host worked out.

import { h } from "./dom.js";

const TYPE = 12;
const ON_A_WALL = 19;

/** The picture. On a phone the scale stands upright, so that the moments have the room; on a wall its type is larger. */
export function picture(found, plot, { label, isWide = true, isWall = false }) {
  const type = isWall ? ON_A_WALL : TYPE;
  const left = isWide ? 5.2 * type : 1.5 * type;
  const [width, height] = [plot.width + left, plot.height + 3.8 * type];
  const scale = [["for", plot.yes], ["neither", plot.zero], ["against", plot.no]];
  const ground = scale.map(([words, y]) => [
    h("line", { key: `line ${words}`, class: words === "neither" ? "zero" : "rule", x1: left, x2: width, y1: y, y2: y }),
    isWide
      ? h("text", { key: words, x: left - 0.6 * type, y: y + type / 3, "text-anchor": "end" }, words)
      : h("text", { key: words, transform: `translate(${type} ${y}) rotate(-90)`, "text-anchor": { for: "end", neither: "middle", against: "start" }[words] }, words),
  ]);
  const mean = plot.columns.map((one) => `${one.x + left},${one.public}`).join(" ");
  return h(
    "svg",
    { class: isWall ? "plot on-a-wall" : "plot", viewBox: `0 0 ${width} ${height}`, width, height, role: "img", "aria-label": label },
    ground,
    plot.columns.map((one, place) => h("rect", { key: `band ${place}`, class: "band", x: one.left + left + 4, y: one.top, width: one.right - one.left - 8, height: Math.max(2, one.bottom - one.top), rx: 3 })),
    h("polyline", { key: "mean", class: "public-line", points: mean }),
    plot.columns.map((one, place) => [dots(one, place, left, type), words(one, found.moments, place, left, plot.height, type)]),
  );
}

function dots(column, place, left, type) {
  return h("g", { key: `dots ${place}` }, column.dots.map(([agency, x, shown, meant]) => h(
    "g",
    { key: agency },
    shown !== null && meant !== null ? h("line", { class: "gap", x1: x + left, x2: x + left, y1: shown, y2: meant }) : null,
    shown === null ? null : h("circle", { key: "shown", class: "shown", cx: x + left, cy: shown, r: type / 4 }),
    meant === null ? null : h("circle", { key: "meant", class: "meant", cx: x + left, cy: meant, r: type / 5 }),
  )));
}

/** What a moment was, unless the one before was the same. */
function words(column, moments, place, left, below, type) {
  const { label, short } = moments[place];
  const lines = [...(label === moments[place - 1]?.label ? [""] : label.split(" ")), short];
  return h("g", { key: `words ${place}` }, lines.map((line, number) => h("text", { key: number, x: column.x + left, y: below + (0.8 + 1.1 * number) * type, "text-anchor": "middle" }, line)));
}
