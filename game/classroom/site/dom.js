// A page as a description: `h` describes elements, `patch` makes the document so, and leaves alone what stays the same.
// What is typed, what is scrolled and where the focus is live on. Text only ever goes in as text.

const ICONS = new Map();
const DRAWN = "http://www.w3.org/2000/svg";
const IN_PICTURES = new Set(["svg", "g", "rect", "circle", "line", "path", "polyline", "polygon", "text"]);
const TILES = {
  military: "shield", political: "world", donor: "coin", host_government: "building-community",
  humanitarian: "heart-handshake", development: "plant-2", civil_society: "users",
};

/** Describe an element; `key` tells it from its neighbours, `on…` are listeners, `style` an object of properties. */
export function h(tag, props, ...children) {
  const { key = null, ...rest } = props ?? {};
  return { tag, key, props: rest, children: flat(children) };
}

function flat(children, out = []) {
  for (const child of children) {
    if (Array.isArray(child)) flat(child, out);
    else if (child === null || child === undefined || child === false || child === true || child === "") continue;
    else out.push(typeof child === "object" ? child : { tag: "#text", key: null, words: String(child).replaceAll(" %", "\u00a0%") });
  }
  return out;
}

/** Show an element that somebody else made and keeps. */
export function raw(key, element) {
  return { tag: "#raw", key, element };
}

/** Draw one of the shipped icons; it says nothing to those who listen. */
export function icon(name, className = "") {
  return h("span", { class: `icon ${className}`.trim(), "aria-hidden": "true", icon: name });
}

/** Draw the tile of an agency; with a name where none stands beside it. */
export function tile(face, { name = "", className = "", key = null } = {}) {
  const says = name ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": "true" };
  const inner = face?.letter ? face.letter : icon(TILES[face?.community] ?? "users");
  return h("span", { key, class: `tile ${face?.community ?? ""} ${className}`.trim(), ...says }, inner);
}

/** Set words of the game, in which **this** stands out. Never for what people typed. */
export function said(words) {
  return String(words ?? "").split("**").map((part, place) => (place % 2 ? h("strong", {}, part) : part));
}

/** Set runs of words, each bold or not. */
export function told(runs) {
  return (runs ?? []).map(([words, isBold]) => (isBold ? h("strong", {}, words) : words));
}

// Making the document so

const LIVE = new Set(["value", "checked", "selected", "disabled", "open", "indeterminate"]);

/** Make the children of a node what is described; afterwards the focus is where it was, or where `lost` puts it. */
export function patch(parent, description, lost) {
  const before = document.activeElement;
  const range = selection(before);
  children(parent, flat([description]));
  const now = document.activeElement;
  if (!before || before === now || before === document.body) return;
  if (before.isConnected) {
    before.focus({ preventScroll: true });
    if (range) before.setSelectionRange(...range);
  } else if (lost && (!now || now === document.body)) lost();
}

function selection(element) {
  if (!element || !("selectionStart" in element) || typeof element.setSelectionRange !== "function") return null;
  try {
    return element.selectionStart === null ? null : [element.selectionStart, element.selectionEnd];
  } catch {
    return null;
  }
}

function kind(one) {
  return one.props && "icon" in one.props ? "icon" : one.tag;
}

function identity(one, place) {
  return one.key !== null ? `${kind(one)} ${one.key}` : `${kind(one)} #${place}`;
}

function children(parent, wanted) {
  if (!parent.described) parent.replaceChildren();
  const old = parent.described ?? new Map();
  const next = new Map();
  const counts = new Map();
  const nodes = wanted.map((one) => {
    const place = one.key === null ? (counts.get(kind(one)) ?? 0) : 0;
    if (one.key === null) counts.set(kind(one), place + 1);
    const name = identity(one, place);
    const known = next.has(name) ? undefined : old.get(name);
    const node = made(one, known);
    next.set(next.has(name) ? `${name} again ${next.size}` : name, node);
    return node;
  });
  const kept = new Set(nodes);
  for (const node of old.values()) if (!kept.has(node)) leave(node);
  let cursor = parent.firstChild;
  for (const node of nodes) {
    if (node === cursor) cursor = cursor.nextSibling;
    else parent.insertBefore(node, cursor);
  }
  parent.described = next;
}

function leave(node) {
  if (node.nodeName === "DIALOG" && node.open) node.close();
  node.remove();
}

function made(one, known) {
  if (one.tag === "#raw") return one.element;
  if (one.tag === "#text") {
    if (!known) return document.createTextNode(one.words);
    if (known.data !== one.words) known.data = one.words;
    return known;
  }
  const node = known ?? (IN_PICTURES.has(one.tag) ? document.createElementNS(DRAWN, one.tag) : document.createElement(one.tag));
  const before = node.wears ?? {};
  for (const name of Object.keys(before)) if (!(name in one.props)) wear(node, name, null, before[name]);
  for (const [name, value] of Object.entries(one.props)) {
    if (name !== "value" && before[name] !== value) wear(node, name, value, before[name]);
  }
  if (!("icon" in one.props)) children(node, one.children);
  if ("value" in one.props && before.value !== one.props.value && node.value !== String(one.props.value ?? "")) {
    node.value = one.props.value ?? "";
  }
  node.wears = one.props;
  return node;
}

function wear(node, name, value, before) {
  if (name.startsWith("on")) return listen(node, name.slice(2), value);
  if (name === "style") return dress(node, value ?? {}, before ?? {});
  if (name === "icon") return draw(node, value);
  if (name === "modal") return queueMicrotask(() => value && node.isConnected && !node.open && node.showModal());
  if (LIVE.has(name)) {
    node[name] = Boolean(value);
    return undefined;
  }
  if (value === null || value === undefined || value === false) node.removeAttribute(name);
  else node.setAttribute(name, value === true ? "" : String(value));
  return undefined;
}

function listen(node, type, listener) {
  node.hears ??= {};
  if (!(type in node.hears)) node.addEventListener(type, (event) => node.hears[type]?.(event));
  node.hears[type] = listener;
}

function dress(node, style, before) {
  for (const name of Object.keys(before)) if (!(name in style)) node.style.removeProperty(name);
  for (const [name, value] of Object.entries(style)) if (before[name] !== value) node.style.setProperty(name, value);
}

/** Fetch icons that will be wanted when there is no line to the host. */
export function preload(...names) {
  for (const name of names) if (!ICONS.has(name)) ICONS.set(name, fetched(name));
}

function fetched(name) {
  return fetch(`/site/icons/${encodeURIComponent(name)}.svg`).then((answer) => (answer.ok ? answer.text() : "")).then(parsed);
}

function draw(node, name) {
  node.draws = name;
  preload(name);
  ICONS.get(name).then(
    (svg) => node.draws === name && node.replaceChildren(...(svg ? [svg.cloneNode(true)] : [])),
    () => ICONS.delete(name),
  );
}

function parsed(words) {
  if (!words) return null;
  const svg = new DOMParser().parseFromString(words, "image/svg+xml").documentElement;
  for (const name of ["class", "width", "height"]) svg.removeAttribute(name);
  return svg.nodeName === "svg" ? document.importNode(svg, true) : null;
}
