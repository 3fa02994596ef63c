"""The table: the screen on which the game is played, from convening to the stances of each round."""

from typing import ClassVar

from game.desk import convening, drafting
from game.desk.actions import HEADINGS
from game.desk.slots import Ask, asks, command_of, picked
from game.desk.stances import to_stance, unstanced
from game.desk.words import MY_STANCES
from game.rules import commands as do
from game.rules.ids import AgencyId, IssueId, NetworkId, OptionId, TextId
from game.rules.vocabulary import Heading, Phase, Stance
from game.ui.screen import ESCAPE, STAY, Shortcut, Stay, Transition
from game.ui.screens.table.action_panel import pick_key
from game.ui.screens.table.desk import Desk, Open, opened
from game.ui.screens.table.drawers import CLOSE
from game.ui.screens.table.layout import build, interlude_kind, tip_in_view
from game.ui.sitting import Sitting
from game.ui.space import Size
from game.ui.widget import Kind, Message, Widget

_WRITING = {"table", "amend"}
_DRAWERS = {"role", "message", "worth", "agency", "issue"}


class TableScreen:
    """Show the table to the person at the screen, and turn what they do into commands."""

    PHASES: ClassVar[frozenset[Phase]] = frozenset({Phase.CONVENING, Phase.CORRIDOR, Phase.FLOOR, Phase.STANCES})

    def __init__(self, sitting: Sitting) -> None:
        """Sit down at the table."""
        self.sitting = sitting
        self.desk = Desk()
        self.desk.keep_up(sitting.view)

    # What is seen

    def build(self, size: Size) -> Widget:
        """Describe the page."""
        self.desk.keep_up(self.sitting.view)
        return build(self.sitting, self.desk, size)

    @property
    def next_tick(self) -> int | None:
        """Say when the next computer move is due."""
        return self.sitting.next_tick

    def tick(self, now_ms: int) -> Transition:
        """Let the next computer act, if it is due."""
        self.sitting.tick(now_ms)
        return self._moved_on()

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Name the keys that work now."""
        if self.desk.drawer:
            return (Shortcut("R", "Close my role", "role"),) if self.desk.drawer == "role" else ()
        keys: list[Shortcut] = []
        if self.sitting.is_my_move:
            keys.append(Shortcut("Return", "Do what is chosen", "do"))
            keys.append(Shortcut("Ctrl+Return", "The same, wherever the focus is", "do"))
            if self.sitting.view.room.phase is Phase.STANCES:
                keys += [
                    Shortcut(str(place), MY_STANCES[stance], "stance key", stance)
                    for place, stance in enumerate(Stance, start=1)
                ]
            if self._has_headings:
                keys += [Shortcut(row.key, row.name, "head", row.heading) for row in HEADINGS]
            if self.desk.draft is None:
                keys += [Shortcut("0", "Pass, or be done in the corridor", "pass"), Shortcut("P", "The same", "pass")]
        if self.sitting.can_hurry:
            keys.append(Shortcut("Space", "Show the waiting moves at once", "hurry"))
        if self.sitting.is_watching:
            return tuple(keys)
        keys += [Shortcut("R", "My role", "role"), Shortcut("M", "Write a message", "message")]
        keys.append(Shortcut("W", "Where the worth comes from", "worth"))
        keys += self.sitting.help_keys
        if tip_in_view(self.sitting, self.desk, self.sitting.view) is not None:
            keys.append(Shortcut("T", "Put the tip away", "tip"))
        return tuple(keys)

    @property
    def _has_headings(self) -> bool:
        room = self.sitting.view.room
        in_phase = room.phase in (Phase.CORRIDOR, Phase.FLOOR) and room.interlude is None
        return in_phase and self.desk.draft is None

    # What is done

    def on(self, message: Message) -> Transition:
        """Answer what the player did."""
        self.desk.keep_up(self.sitting.view)
        match message:
            case Message("do"):
                return self._do()
            case Message("pass" | "pass:sure"):
                return self._pass(is_sure=message.key == "pass:sure")
            case Message("head", Heading() as heading):
                return self._open(heading)
            case Message("card", str(kind)):
                self.desk.kind, self.desk.picks = kind, {}
                return self._to_next_question()
            case Message("pick", (str(slot), value)):
                return self._pick(slot, value)
            case Message("amount", int(amount)):
                self.desk.picks["points"] = amount
            case Message("stance", (str(text), Stance() as stance)):
                return self._stance(TextId(text), stance)
            case Message("stance key", Stance() as stance):
                return self._stance(self._next_to_stance(), stance)
            case Message("tab", str(text)):
                self.desk.tab = TextId(text)
            case Message("tip"):
                self._put_tip_away()
            case _:
                return self._on_page(message)
        return STAY

    def _on_page(self, message: Message) -> Transition:
        """Answer what concerns drawers, the composer of texts, and convening."""
        match message:
            case Message(key, value) if key in _DRAWERS:
                return self._show(key, value)
            case Message(key) if key == CLOSE:
                self.desk.drawer = ""
            case Message("words", str(words)):
                self.desk.words = words
                return self._send() if message.kind is Kind.SUBMITTED else STAY
            case Message("to", to):
                self.desk.to = AgencyId(str(to)) if to is not None else None
            case Message("send"):
                return self._send()
            case Message("charter", (str(field), value)):
                charter = self.desk.charter or convening.found_charter(self.sitting.view)
                self.desk.charter = convening.changed(charter, field, value)
            case Message("cancel" | "escape") if self.desk.draft is not None:
                kind, self.desk.draft = ("amend" if self.desk.draft.amends else "table"), None
                return Stay(f"card:{kind}")
            case Message() if self.desk.draft is not None and self._write(message):
                return STAY
            case _:
                return self._elsewhere(message)
        return STAY

    def _elsewhere(self, message: Message) -> Transition:
        """Leave to the sitting what all game screens have in common."""
        if message.key == ESCAPE and self.desk.drawer:
            self.desk.drawer = ""
            return STAY
        answer = self.sitting.answer(self, message)
        return self._moved_on() if answer == STAY and message.key == "hurry" else answer

    def _show(self, drawer: str, about: object) -> Transition:
        """Open a drawer, or close it if it is open."""
        desk = self.desk
        if self.sitting.is_watching:
            return STAY
        if drawer == "agency" and about == self.sitting.seat:
            drawer = "role"
        is_open = desk.drawer == drawer
        desk.drawer, desk.about = "" if is_open else drawer, str(about or "")
        return STAY

    def _put_tip_away(self) -> None:
        if (tip := tip_in_view(self.sitting, self.desk, self.sitting.view)) is not None:
            self.sitting.dismiss_tip(tip[0])

    # Headings and their commands

    def _now(self) -> Open:
        return opened(self.sitting.view, self.sitting.choices, self.desk)

    def _open(self, heading: Heading) -> Transition:
        if not self._has_headings or not self.sitting.is_my_move:
            return STAY
        self.desk.heading, self.desk.kind, self.desk.picks = heading, "", {}
        now = self._now()
        return Stay(f"card:{now.card.kind}" if now.card is not None else f"head:{heading}")

    def _asks(self) -> tuple[Ask, ...]:
        now = self._now()
        return asks(self.sitting.view, now.choice, self.desk.picks) if now.choice is not None else ()

    def _to_next_question(self) -> Transition:
        """Put the focus on the first question that is not answered, if there is one."""
        for ask in self._asks():
            if not ask.is_answered and ask.picks:
                return Stay(pick_key(ask.slot.field, ask.picks[0]))
        return STAY

    def _pick(self, slot: str, value: object) -> Transition:
        choice = self._now().choice
        if choice is None:
            return STAY
        before = {ask.slot.field for ask in self._asks() if not ask.is_answered}
        self.desk.picks = picked(choice, self.desk.picks, slot, value)
        self.desk.kind = choice.kind
        if slot == "text":
            self.desk.tab = TextId(str(value))
        found = self._asks()
        asked = next((ask.slot for ask in found if ask.slot.field == slot), None)
        if asked is None or asked.mode == "many" or asked.is_optional:
            return STAY
        if not all(ask.is_answered for ask in found):
            return self._to_next_question() if slot in before else STAY
        has_number = any(ask.slot.mode == "number" for ask in found)
        return Stay("amount" if has_number else "do")

    def _do(self) -> Transition:
        """Do what the primary button says."""
        if self.desk.drawer or not self.sitting.is_my_move:
            return STAY
        view = self.sitting.view
        if self.desk.draft is not None:
            return self._submit(drafting.command_for(view, self.desk.draft))
        if view.room.interlude is not None:
            return self._join()
        if view.room.phase is Phase.CONVENING:
            charter = self.desk.charter or convening.found_charter(view)
            return self._submit(convening.convene(view, charter))
        if view.room.phase is Phase.STANCES:
            return self._show_stances()
        return self._give_command()

    def _give_command(self) -> Transition:
        now, view = self._now(), self.sitting.view
        if now.choice is None or now.card is None:
            return STAY
        if now.card.kind in _WRITING:
            return self._begin_draft(now)
        command = command_of(view, now.choice, self.desk.picks)
        return self._submit(command) if command is not None else self._to_next_question()

    def _join(self) -> Transition:
        kind = interlude_kind(self.sitting.view)
        choice = next(one for one in self.sitting.choices if one.kind == kind)
        return self._submit(choice.commands[0]) if choice.commands else STAY

    def _pass(self, *, is_sure: bool) -> Transition:
        if not self.sitting.is_my_move or self.desk.draft is not None:
            return STAY
        view = self.sitting.view
        has_time = view.room.phase is Phase.CORRIDOR and view.own.time > 0
        if has_time and not is_sure:
            self.desk.drawer = "sure"
            return STAY
        self.desk.drawer = ""
        if view.room.phase is Phase.STANCES:
            self._take_stances()
        return self._submit(do.Pass(view.seat)) if self.sitting.is_my_move else self._moved_on()

    def _submit(self, command: do.Command) -> Transition:
        """Give a command; once it is accepted, the desk is cleared and the focus is where the next move begins."""
        if not self.sitting.submit(command):
            return STAY
        self.desk.picks, self.desk.draft = {}, None
        transition = self._moved_on()
        if transition != STAY:
            return transition
        if not self.sitting.is_my_move:
            return Stay("hurry")
        card = self._now().card if self._has_headings else None
        return Stay(f"card:{card.kind}") if card is not None else STAY

    def _moved_on(self) -> Transition:
        """Go where the game is now."""
        self.desk.keep_up(self.sitting.view)
        return self.sitting.route(self)

    # Stances

    def _next_to_stance(self) -> TextId | None:
        """Name the text that a number key is about: the first without a stance, else the last."""
        view = self.sitting.view
        return next(iter(unstanced(view, self.desk.stances) or to_stance(view)[-1:]), None)

    def _stance(self, text: TextId | None, stance: Stance) -> Transition:
        if text is None or not self.sitting.is_my_move:
            return STAY
        self.desk.stances[text] = stance
        self.desk.tab = text
        return self._to_next_stance()

    def _to_next_stance(self) -> Transition:
        """Put the focus on the first text without a stance, if there is one."""
        left = unstanced(self.sitting.view, self.desk.stances)
        return Stay(f"stance:{left[0]}:{Stance.ENDORSE}") if left else STAY

    def _show_stances(self) -> Transition:
        if unstanced(self.sitting.view, self.desk.stances):
            return self._to_next_stance()
        self._take_stances()
        return self._moved_on()

    def _take_stances(self) -> None:
        """Take the chosen stances, one command each."""
        seat, stances = self.sitting.seat, self.desk.stances
        for text in to_stance(self.sitting.view):
            if text in stances and not self.sitting.submit(do.TakeStance(seat, text, stances[text])):
                return

    # Writing a text

    def _begin_draft(self, now: Open) -> Transition:
        view = self.sitting.view
        amends = None
        if now.choice is not None and now.choice.kind == "amend":
            chosen = [pick.value for ask in self._asks() for pick in ask.picks if pick.is_chosen]
            if not chosen:
                return self._to_next_question()
            amends = TextId(str(chosen[0]))
        self.desk.draft = drafting.fresh_draft(view, amends)
        first = view.scene.issues[0].id
        return Stay(f"term:{first}:{self.desk.draft.terms.get(first, 'out')}")

    def _write(self, message: Message) -> bool:
        """Change the draft; False if the message is about something else."""
        view, draft = self.sitting.view, self.desk.draft
        assert draft is not None
        match message:
            case Message("term", (str(issue), option)):
                chosen = OptionId(str(option)) if option is not None else None
                draft = drafting.with_term(view, draft, IssueId(issue), chosen)
            case Message("party", str(agency)):
                draft = drafting.with_party(draft, AgencyId(agency))
            case Message("from", drafting.BLANK):
                draft = drafting.from_blank(view, draft)
            case Message("from", drafting.BEST):
                draft = drafting.from_best(view, draft)
            case Message("from", str(text)):
                draft = drafting.from_text(view, draft, TextId(text))
            case Message(key) if key.startswith("network:"):
                draft = drafting.with_network(draft, NetworkId(key.removeprefix("network:")))
            case _:
                return False
        self.desk.draft = draft
        return True

    # Messages

    def _send(self) -> Transition:
        words = self.desk.words.strip()
        if words and self.sitting.submit(do.SendMessage(self.sitting.seat, self.desk.to, words)):
            self.desk.words, self.desk.drawer = "", ""
            return self._moved_on()
        return STAY
