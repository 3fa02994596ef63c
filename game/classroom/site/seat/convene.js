// Convening, by the chair: what the forum is called, what it is for, who is invited, how it decides.

import { h, tile } from "../dom.js";
import { passing } from "./act.js";
import { give, weigh } from "./host.js";
import { choice, face, primary } from "./parts.js";
import { state } from "./state.js";

/** Set out the forum as the chair would have it. */
export function convening(sheet) {
  const ask = state.desk.charter ?? sheet.ask;
  const change = (fields) => {
    const charter = { ...ask.charter, ...fields };
    weigh({ charter }, (found) => {
      state.desk.charter = found;
    });
  };
  const invite = (one) => change({ invited: one.is_in ? ask.charter.invited.filter((each) => each !== one.agency) : [...ask.charter.invited, one.agency] });
  return {
    body: [
      ask.groups.map((group) => h(
        "fieldset",
        { class: "slot panel", key: group.field },
        h("legend", { class: "caps" }, group.name),
        h("div", { class: "rows" }, group.settings.map((one) => (one.refusal && !one.is_chosen
          ? h("div", { class: "choice row is-off", key: String(one.value) }, h("span", { class: "face" }, h("span", { class: "words" }, h("strong", {}, one.name), h("span", { class: "note" }, one.refusal))))
          : choice(
            { name: group.field, value: String(one.value), isChosen: one.is_chosen, choose: () => change({ [group.field]: one.value }), className: "row" },
            h("span", { class: "words" }, h("strong", {}, one.name), h("span", { class: "note" }, one.means)),
          )))),
        group.field === "purpose" ? h("p", { class: "note" }, ask.told[0]) : null,
      )),
      h(
        "fieldset",
        { class: "slot panel", key: "invited" },
        h("legend", { class: "caps" }, "Who is invited"),
        h("div", { class: "rows" }, ask.guests.map((one) => choice(
          { kind: "checkbox", name: "invited", value: one.agency, isChosen: one.is_in, choose: () => invite(one), className: "row" },
          tile(face(one.agency)),
          h("span", { class: "words" }, h("span", {}, face(one.agency).name), h("span", { class: "note" }, one.remark)),
        ))),
        h("p", { class: "note" }, ask.told[1]),
      ),
    ],
    foot: [
      passing(ask.done),
      primary(ask.verb, ask.refusal, () => !ask.refusal && give(ask.command)),
    ],
  };
}
