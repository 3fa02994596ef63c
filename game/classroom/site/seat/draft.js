// Writing a text, or amending one: the host weighs every change and says who carries, what it comes to and what is missing.

import { h, icon, tile } from "../dom.js";
import { give, weigh } from "./host.js";
import { choice, face, figure, own, primary, tiles } from "./parts.js";
import { redraw, state } from "./state.js";

/** Open the page on which a text is written; `amends` is the text it would replace a version of. */
export function begin(amends) {
  state.desk.draft = { amends, terms: {}, parties: null, network: null };
  reweigh(amends === null ? state.desk.draft : { amends, from: amends });
  redraw();
}

function reweigh(draft) {
  weigh(draft, (found) => {
    if (!state.desk.draft) return;
    state.desk.weighed = found;
    state.desk.draft = found.draft;
  });
}

function change(fields) {
  state.desk.draft = { ...state.desk.draft, ...fields };
  reweigh(state.desk.draft);
  redraw();
}

/** The page: issues, parties, and what it comes to at the foot. */
export function drafting() {
  const found = state.desk.weighed;
  const { draft } = state.desk;
  if (!found) return { title: "A text for the table", body: [h("p", { class: "soft" }, "One moment …")], foot: [back()] };
  const refusal = found.refusal;
  return {
    title: found.name,
    scene: "draft",
    body: [
      h("p", { class: "soft", key: "lead" }, "One option for each issue, or leave it out. What you leave out stays as it is."),
      starts(found, draft),
      found.issues.map((issue) => anIssue(issue, draft)),
      h(
        "fieldset",
        { class: "slot panel", key: "parties" },
        h("legend", { class: "caps" }, "Parties"),
        h("div", { class: "rows" }, found.parties.map((one) => party(one, found))),
        h("p", { class: "note" }, "Parties sign, and share in what is agreed. Everybody who carries a term has to be one."),
        found.networks.map((one) => choice(
          { kind: "checkbox", name: "network", value: one.network, isChosen: one.is_chosen, choose: () => change({ network: one.is_chosen ? null : one.network }), className: "row" },
          h("span", { class: "words" }, one.words),
        )),
      ),
      h("section", { class: "panel", key: "carry" }, h("h3", { class: "caps" }, "Who would have to carry"), h("p", {}, found.carry)),
    ],
    foot: [
      found.balance.crossed.map((words, place) => h("p", { class: "strip bad", key: `red ${place}` }, icon("hand-stop"), h("span", {}, words))),
      found.warn ? h("p", { class: "strip bad", key: "warn" }, icon("alert-triangle"), h("span", {}, found.warn)) : null,
      comesTo(found),
      refusal ? null : h("p", { class: "note", key: "told" }, found.told),
      back(),
      primary(found.verb, refusal, () => !refusal && give(found.command)),
    ],
  };
}

/** What the draft comes to, in one line. */
function comesTo(found) {
  const { balance, today } = found;
  if (today) return h("div", { class: "brief", key: "comes", role: "status" }, figure("As it stands", today.worth), figure(today.words, today.not_worth));
  const verdict = balance.crossed.length ? h("span", { class: "bad" }, icon("hand-stop"), " red line") : h("span", { class: balance.tint }, balance.verdict);
  return h("div", { class: "brief", key: "comes", role: "status" }, figure("Worth to you", balance.worth), figure("If you do not sign", balance.reservation), h("span", { class: "brief-verdict" }, verdict), balance.made_of ? h("span", { class: "note" }, `${balance.worth} = ${balance.made_of}`) : null);
}

function back() {
  const leave = () => {
    state.desk.draft = null;
    state.desk.weighed = null;
    redraw();
  };
  return h("button", { class: "button", key: "back", id: "back", type: "button", onclick: leave }, "Back");
}

function starts(found, draft) {
  return h(
    "div",
    { class: "slot", key: "starts", role: "group", "aria-label": "Start from" },
    h("p", { class: "legend" }, "Start from"),
    h("div", { class: "chips" }, found.starts.map((one) => h(
      "button",
      { class: "button small", key: one.from, type: "button", "data-from": one.from, "aria-pressed": one.is_chosen ? "true" : "false", onclick: () => reweigh({ amends: draft.amends, from: one.from }) },
      one.words,
    ))),
  );
}

function anIssue(issue, draft) {
  const chosen = draft.terms[issue.issue] ?? null;
  const tip = issue.options.find((one) => one.option === chosen)?.tip;
  return h(
    "fieldset",
    { class: "slot card issue", key: issue.issue, "data-issue": issue.issue },
    h("legend", {}, h("strong", {}, own(issue.name))),
    h("p", { class: "issue-line" }, h("span", { class: "carriers" }, issue.is_settled ? ["Carried by ", tiles(issue.carriers)] : h("span", { class: "soft" }, "left as it is")), figure("points", issue.worth)),
    issue.remarks.map((one) => h("p", { class: `note ${one.tint}`, key: one.words }, one.words)),
    h("div", { class: "pairs-of-chips" }, issue.options.map((one) => choice(
      { name: `term-${issue.issue}`, value: one.option ?? "out", isChosen: one.option === chosen, choose: () => term(issue.issue, one.option), className: "chip" },
      own(one.name),
    ))),
    tip ? h("p", { class: "note", key: "tip" }, tip) : null,
    issue.told ? h("p", { class: "note", key: "told" }, issue.told) : null,
  );
}

function term(issue, option) {
  const terms = { ...state.desk.draft.terms };
  if (option === null) delete terms[issue];
  else terms[issue] = option;
  change({ terms });
}

function party(one, found) {
  const known = face(one.agency);
  const now = found.parties.filter((each) => each.is_in).map((each) => each.agency);
  const toggle = () => change({ parties: one.is_in ? now.filter((each) => each !== one.agency) : [...now, one.agency] });
  return choice(
    { kind: "checkbox", name: "party", value: one.agency, isChosen: one.is_in, choose: toggle, className: "row" },
    tile(known),
    h("span", { class: "words" }, h("span", {}, own(known.name)), one.remark ? h("span", { class: "note" }, one.remark) : null),
  );
}
