"""What the class has to say above a game: time, a call for help, a lost connection, words of the instructor."""

from typing import cast

from game.ui.layout import Column, Row, grow
from game.ui.member import Member, Sign
from game.ui.sitting import Sitting
from game.ui.space import S8, S12
from game.ui.text import Run
from game.ui.theme import SEMIBOLD, SMALL, Tone
from game.ui.widget import Widget
from game.ui.widgets.frame import Frame, Mood, notice
from game.ui.widgets.marks import Icon
from game.ui.widgets.press import Press, Skin, button, icon_button
from game.ui.widgets.words import Text, Tip

_FINAL_SECONDS = 60.0
_SIGNS = {"heard": ("speakerphone", "G"), "questions": ("pencil", "Q")}
"""The icon of what can be done about a sign, and its key."""


def class_strip(sitting: Sitting) -> tuple[Widget, ...]:
    """Show the one thing that the class has to say now; a notice says of itself what is lost or stands still."""
    member = sitting.member
    sign = None if member is None else member.sign()
    if member is None or sign is None:
        return ()
    is_said = bool(sitting.notice) and not sign.does and not member.standing.stopped
    return () if is_said else (strip_of(sign),)


def member_strip(member: Member) -> tuple[Widget, ...]:
    """Show the one thing that the class has to say now, where there is no game yet."""
    sign = member.sign()
    return () if sign is None else (strip_of(sign),)


def strip_of(sign: Sign) -> Widget:
    """Show a sign, and what can be done about it."""
    if not sign.does:
        return notice((Run(" ".join(sign.words)),), cast("Mood", sign.mood))
    lines = Column(tuple(Text((Run(words),), size=SMALL, leading=1.35) for words in sign.words), gap=2)
    icon, key = _SIGNS.get(sign.sends, ("robot", ""))
    skip = (button(sign.skips, "Skip"),) if sign.skips else ()
    done = button(sign.sends, sign.does, hint=key)
    row = Row((Icon(icon, 20, Tone.ACCENT), grow(lines), *skip, done), gap=S12)
    return Frame(row, fill=Tone.ACCENT_SOFT, edge=Tone.ACCENT, y=6)


def class_marks(sitting: Sitting) -> tuple[object, ...]:
    """Name what the tools of the class are made from, to tell whether they are still the same."""
    member = sitting.member
    if member is None:
        return ()
    standing = member.standing
    tools = member.time_words, member.bell_words, standing.is_paused, standing.is_help_called, member.is_connected
    return (*tools, member.is_offer_put_away)


def class_tools(sitting: Sitting) -> tuple[Widget, ...]:
    """Show in a bar how much time is left, and let the instructor be called."""
    member = sitting.member
    if member is None:
        return ()
    return (*question_tools(member), *_time(member, is_over=sitting.table.is_closed), call_button(member))


def question_tools(member: Member) -> tuple[Widget, ...]:
    """Lead back to questions that were skipped, or to what they were about."""
    if not member.is_offer_put_away:
        return ()
    return (icon_button("questions", "pencil", member.questions_words, on_bar=True, hint="Q"),)


def _time(member: Member, *, is_over: bool) -> tuple[Widget, ...]:
    standing, left, words, bell = member.standing, member.clock.left, member.time_words, member.bell_words
    if not member.is_connected:
        return (_sign("unlink", "No connection", standing.trouble),)
    if member.is_paused and not is_over:
        return (_sign("player-pause", "Paused", f"The instructor has paused the game. {bell}".strip()),)
    if words and not is_over:
        is_short = left is not None and left < _FINAL_SECONDS
        return (_sign("clock", words, f"Time left for this phase. {bell}".strip(), is_loud=is_short),)
    return (_sign("clock", bell.removeprefix("The ").removesuffix(".").capitalize(), bell),) if bell else ()


def _sign(icon: str, words: str, tip: str, *, is_loud: bool = False) -> Widget:
    tone, weight = (Tone.ON_BAR, SEMIBOLD) if is_loud else (Tone.ON_BAR_SOFT, 400)
    label = Text(words, size=SMALL, weight=weight, tone=tone, tabular=True, leading=1.25)
    return Tip(Row((Icon(icon, 16, tone), label), gap=5), tip)


def call_button(member: Member) -> Press:
    """Make the button that calls the instructor; it stays lit while the call stands."""
    is_called = member.standing.is_help_called
    words = "You have called your instructor; press to take it back" if is_called else "Call your instructor"
    if not is_called:
        return icon_button("call", "hand-stop", words, on_bar=True, hint="H")
    lit = Row((Icon("hand-stop", 18, Tone.ON_ACCENT), _called()), gap=S8 / 2)
    return Press("call", lit, Skin.BAR, chosen=True, tip=f"{words} (H)", x=8, y=5, radius=4, words=words)


def _called() -> Text:
    return Text("Called", size=SMALL, weight=SEMIBOLD, tone=Tone.ON_ACCENT, leading=1.25)
