"""The screen on which a text is signed, signed but for one term, declined, or doubted."""

from dataclasses import dataclass
from typing import ClassVar

from game.rules.appraisal import appraise
from game.rules.course import signing_now
from game.rules.ids import IssueId, TextId
from game.rules.room import Doubt
from game.rules.texts import Text as Paper
from game.rules.view import View
from game.rules.vocabulary import Phase
from game.ui import (
    S4,
    S8,
    S12,
    SEMIBOLD,
    SMALL,
    TINY,
    Column,
    Frame,
    Icon,
    Message,
    Position,
    Press,
    Row,
    Rule,
    Run,
    Scroll,
    Shortcut,
    Size,
    Skin,
    Text,
    Tip,
    Tone,
    Transition,
    Widget,
    button,
    chip_label,
    choice,
    figure,
    grow,
    note,
    panel,
    sized,
    small,
)
from game.ui.screens.signing.words import (
    CARDS,
    GIVE,
    NAMES,
    answer_words,
    card_words,
    cards_of,
    command_for,
    doubt_words,
    refusal_words,
    state_words,
)
from game.ui.screens.table.balance import balance_of, coming_into_force, pressures, promises
from game.ui.screens.year.page import agency, page, record_panel, tiles, waiting_foot
from game.ui.sitting import Sitting
from game.ui.widgets.switches import Knob

TALL = 860.0
"""From this height on a text is shown with what its options say."""

TALL = 860.0
"""From this height on a text is shown with what its options say."""


@dataclass(slots=True)
class SigningScreen:
    """Hold which answer is chosen; nothing is given before the button is pressed."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.SIGNING})
    sitting: Sitting
    chosen: str = ""
    reserved: IssueId | None = None

    @property
    def text(self) -> TextId | None:
        """Name the text that is being signed."""
        return signing_now(self.sitting.view.room)

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        view, text = self.sitting.view, self.text
        if text is None:
            return page(self.sitting, record_panel(self.sitting), waiting_foot(self.sitting))
        paper = view.room.texts[text]
        wide = min(380.0, max(276.0, size.w * 0.22))
        sides: Widget = Column((_signatures(view, paper),))
        if not self.sitting.is_watching:
            sides = Column((_signatures(view, paper), grow(_pressure(view, text))), gap=S12)
        body = Row(
            (
                grow(_paper(self, view, paper, is_tall=size.h >= TALL)),
                sized(sides, w=wide + 16),
                sized(record_panel(self.sitting), w=wide),
            ),
            gap=S12,
            align="stretch",
        )
        return page(self.sitting, body, _foot(self, view, paper), tip="signing" if self.sitting.is_my_move else "")

    def on(self, message: Message) -> Transition:
        """Choose, give the answer, or go on."""
        self._keep()
        match message.key.partition(":"):
            case ("choose", _, card):
                self.chosen = card
            case ("term", _, issue):
                self.reserved = IssueId(issue)
            case ("give", _, _):
                command = command_for(self.sitting.view, self.chosen, self.reserved)
                if command is not None and self.sitting.submit(command):
                    self.chosen, self.reserved = "", None
                return self.sitting.route(self)
            case ("tip", _, _):
                self.sitting.dismiss_tip("signing")
            case _:
                return self.sitting.answer(self, message)
        return self.sitting.route(self)

    @property
    def next_tick(self) -> int | None:
        """Say when the next computer move is due."""
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> Transition:
        """Let the next computer act."""
        self.sitting.tick(now_ms)
        return self.sitting.route(self)

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys of this screen."""
        cards = cards_of(self.sitting.view) if self.sitting.is_my_move else ()
        keys = tuple(Shortcut(str(i), NAMES[card], f"choose:{card}") for i, card in enumerate(cards, 1))
        give = (Shortcut("Return", "Give the chosen answer", "give"),) if cards else ()
        return (*keys, *give, *self.sitting.shortcuts())

    def _keep(self) -> None:
        """Forget a choice that no longer fits."""
        if self.chosen not in (*CARDS, "follow", "stand"):
            self.chosen = ""


def _paper(screen: SigningScreen, view: View, paper: Paper, *, is_tall: bool) -> Widget:
    """Show the text with what each term is worth to me, and below it what signing and not signing come to."""
    now = paper.latest
    is_choosing = screen.chosen == "reserve" and screen.sitting.is_my_move
    is_mine = not screen.sitting.is_watching
    worths = appraise(view, now.terms, now.parties, paper.id).by_issue if is_mine else {}
    heads = (note("Issue"), note("In this text"), note("Carried by"))
    head = _line(*heads, note("Worth to you", align="right")) if is_mine else _line(*heads)
    rows: list[Widget] = [head, Rule()]
    for term in now.terms:
        row = _term(screen, view, term.issue, worths.get(term.issue), is_choosing=is_choosing, is_tall=is_tall)
        rows += [row, Rule()]
    author = view.scene.face(now.author).name
    whose = note((Run(f"version {len(paper.versions)} · {author}"),))
    terms = Scroll("terms", Column(tuple(rows[:-1]), gap=6))
    below = _balance(view, paper) if is_mine else note(coming_into_force(view, paper).full)
    return panel(f"Text {paper.id}", Column((grow(terms), below), gap=S8), whose)


def _line(*cells: Widget) -> Widget:
    issue, option, carriers, *worth = cells
    last = tuple(sized(one, w=78) for one in worth)
    return Row((grow(issue, 5), grow(option, 5), sized(carriers, w=88), *last), gap=S12)


def _term(
    screen: SigningScreen, view: View, issue_id: IssueId, worth: float | None, *, is_choosing: bool, is_tall: bool
) -> Widget:
    paper = view.room.texts[screen.text or TextId("")]
    option = view.scene.option(issue_id, paper.latest.on(issue_id) or view.scene.issue(issue_id).status_quo)
    words: Widget = Text((Run(view.scene.issue(issue_id).name),), size=SMALL, weight=SEMIBOLD, leading=1.25)
    is_kept_back = is_choosing and screen.reserved == issue_id
    if is_choosing:
        words = Row((Knob(is_kept_back, round=True), grow(words)), gap=S8)
    settled: Widget = Row((chip_label(option.name, chosen=not is_kept_back),))
    if is_tall:
        settled = Column((settled, note((Run(option.text),))), gap=4)
    cells = _line(
        words,
        settled,
        tiles(view.scene, option.carriers) if option.carriers else note("by itself"),
        *([] if worth is None else [figure(f"{worth:.0f}", tone=Tone.SOFT if is_kept_back else Tone.INK)]),
    )
    if not is_choosing:
        return cells
    return Press(
        f"term:{issue_id}", cells, Skin.BARE, group="terms", chosen=is_kept_back, x=0, y=2, words="Not this term"
    )


def _balance(view: View, paper: Paper) -> Widget:
    """Show worth, not signing, red lines and what it still takes."""
    found, force = balance_of(view, paper.id), coming_into_force(view, paper)
    detail = (
        f"Counts {found.effort:.1f} points of effort for what you carry, and {found.pledges:.1f} of pledges to you."
    )
    crossed = " ".join(found.crossed)
    red = Text(
        f"{len(found.crossed)} crossed" if crossed else "none crossed",
        size=SMALL,
        weight=SEMIBOLD,
        tone=Tone.BAD if crossed else Tone.GOOD,
    )
    parts: tuple[Widget, ...] = (
        Tip(_figure("Worth to you", f"{found.worth:.0f}"), f"What you have if it comes into force. {detail}"),
        Tip(_figure("If you do not sign", f"{found.reservation:.0f}"), "What you have without this text."),
        Tip(
            grow(Column((Position(found.at, found.mark), note(_capital(found.verdict), align="center")), gap=0)),
            "The line is not signing, the dot this text, by what your staff believe.",
        ),
        Tip(_labelled("Red lines", red), crossed or "It crosses nothing that your headquarters forbids."),
        Tip(_labelled("To come into force", small((Run(force.short, SEMIBOLD),))), force.full),
    )
    row = Row((*parts[:2], grow(parts[2]), *parts[3:]), gap=16, align="start")
    lines: list[Widget] = [row]
    if crossed:
        lines.append(small((Run("Your headquarters forbids: ", SEMIBOLD, Tone.BAD), Run(crossed))))
    return Frame(Column(tuple(lines), gap=S8), fill=Tone.SUNK, x=S12, y=S8)


def _figure(words: str, value: str) -> Widget:
    return Column((note(words), figure(value, 18, align="left")), gap=0)


def _labelled(words: str, value: Widget) -> Widget:
    return Column((note(words), value), gap=2)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _signatures(view: View, paper: Paper) -> Widget:
    """Show who has signed so far."""
    rows: list[Widget] = []
    for seat in view.scene.agency_ids:
        if seat not in paper.latest.parties:
            continue
        icon, words, tone = answer_words(view, paper, seat)
        mark = Row((Icon(icon, 15, tone), grow(Text((Run(words),), size=TINY, tone=tone, leading=1.2))), gap=S4)
        rows.append(
            Row((grow(agency(view.scene, seat, view.seat, size=22, is_short=True)), sized(mark, w=100)), gap=S8)
        )
        if (support := paper.doubts.get(seat)) is not None:
            rows.append(note((Run(doubt_words(support), tone=Tone.WARN),)))
    return panel("Who has signed", Column(tuple(rows), gap=6))


def _pressure(view: View, text: TextId) -> Widget:
    """Show threats and pledges about this text that concern me."""
    lines = [*pressures(view, text), *promises(view, text)]
    words = lines or ["Nobody leans on you about this text, and nothing is pledged for it."]
    return panel("Pressure and pledges", Scroll("pressure", Column(tuple(small(line) for line in words), gap=S8)))


def _foot(screen: SigningScreen, view: View, paper: Paper) -> Widget:
    """Offer the answers, or say whom the game waits for."""
    if not screen.sitting.is_my_move:
        return waiting_foot(screen.sitting, "" if screen.sitting.is_watching else state_words(view, paper))
    cards = tuple(
        grow(
            choice(
                f"choose:{card}",
                NAMES[card],
                card_words(view, card, paper.id),
                chosen=screen.chosen == card,
                disabled=refusal_words(view, card, paper),
                group="answers",
            )
        )
        for card in cards_of(view)
    )
    command = command_for(view, screen.chosen, screen.reserved)
    reason = "" if command is not None else "Choose the term" if screen.chosen == "reserve" else "Choose first"
    give = button("give", GIVE.get(screen.chosen, "Go on"), primary=True, hint="Return", disabled=reason)
    lead: tuple[Widget, ...] = ()
    if isinstance(view.room.interlude, Doubt):
        who = ", ".join(view.scene.face(seat).name for seat in view.room.interlude.raisers)
        lead = (small((Run(who, SEMIBOLD), Run(" raised a doubt about this text. Do you say so too?"))),)
    row = Row((*cards, sized(give, w=136)), gap=S8, align="stretch")
    return Column((*lead, row), gap=S8)
