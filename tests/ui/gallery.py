"""Show every widget in every state, for the eye and for the overflow test; not shipped."""

from dataclasses import dataclass, field

from game import ui

LONG = "Ministry of Rural Development and Reconstruction"
TEXT = "The record tells in sentences what happened, **who leaned on whom** and what was said about it."


@dataclass(slots=True)
class Controls:
    """Show what can be pressed, set and typed."""

    got: list[ui.Message] = field(default_factory=list)
    values: dict[str, object] = field(default_factory=dict)
    asks: bool = False

    def build(self, size: ui.Size) -> ui.Widget:
        """Describe the page."""
        columns = ui.Row(
            (
                ui.grow(ui.Column((ui.panel("Buttons", _buttons()), ui.panel("Choices", _choices())), gap=12)),
                ui.grow(ui.Column((ui.panel("Values", self._values()), ui.panel("Typing", self._typing())), gap=12)),
                ui.grow(ui.Column((ui.panel("Options", _options()), ui.grow(ui.panel("Long", _long()))), gap=12)),
            ),
            gap=12,
            align="stretch",
        )
        foot = ui.Row(tuple(ui.grow(one) for one in _headings()), gap=6)
        page = ui.Column((_bar(), ui.grow(ui.Pad(columns, 12)), ui.Pad(foot, 12, 8)), gap=0)
        return ui.Layers((page, _question())) if self.asks else page

    def on(self, message: ui.Message) -> ui.Transition:
        """Keep what came."""
        self.got.append(message)
        if message.key in ("effort", "steps", "name", "toggle", "radio", "tab", "empty"):
            self.values[message.key] = message.value
        if message.key == "ask":
            self.asks = True
        if message.key in ("question", "yes", "no"):
            self.asks = False
        return ui.Pop() if message.key == ui.ESCAPE else ui.STAY

    def shortcuts(self) -> tuple[ui.Shortcut, ...]:
        """Name some keys."""
        return (
            ui.Shortcut("1", "Talk", "h:talk"),
            ui.Shortcut("Ctrl+S", "Save", "save"),
            ui.Shortcut("?", "Ask", "ask"),
            ui.Shortcut("Return", "Do it", "do"),
        )

    def _values(self) -> ui.Widget:
        """Show toggles, radios, slider and stepper."""
        effort, steps = float(str(self.values.get("effort", 0.6))), int(str(self.values.get("steps", 2)))
        return ui.Column(
            (
                ui.toggle(
                    "toggle", "Share with the room", on=bool(self.values.get("toggle", True)), note="Everyone hears it."
                ),
                ui.toggle("toggle2", "Off", on=False),
                ui.toggle("toggle3", "Cannot be used", on=True, disabled="The chair has closed the floor."),
                ui.radio(
                    "radio", (("a", "Plainly"), ("b", "Guarded")), str(self.values.get("radio", "a")), across=True
                ),
                ui.field("Effort", ui.Slider("effort", effort), "Counts for every term you carry.", f"{effort:.0%}"),
                ui.Row((ui.Stepper("steps", steps), ui.Stepper("least", 0), ui.Stepper("not", 4, disabled="Not now"))),
            ),
            gap=10,
        )

    def _typing(self) -> ui.Widget:
        """Show text fields."""
        return ui.Column(
            (
                ui.field("Your name", ui.TextInput("name", str(self.values.get("name", "Ada Lovelace")))),
                ui.TextInput("empty", str(self.values.get("empty", "")), hint="What do you say?"),
                ui.TextInput("off", "", disabled="You have no floor move left"),
            )
        )


def _bar() -> ui.Widget:
    """Draw the top bar."""
    left = (
        ui.Text("False Coherence", weight=700, tone=ui.Tone.ON_BAR),
        ui.Text("A district in the south, 2006", weight=600, tone=ui.Tone.ON_BAR),
        ui.Text("Round 2 of 4", tone=ui.Tone.ON_BAR_SOFT),
    )
    right = (
        ui.icon_button("menu:help", "help", "Keys", on_bar=True, hint="F1"),
        ui.icon_button("menu:settings", "settings", "Settings", on_bar=True),
    )
    return ui.top_bar(left, right)


def _buttons() -> ui.Widget:
    """Show buttons."""
    first = ui.Row((ui.button("do", "Say it", primary=True, hint="Return"), ui.button("quiet", "Later", hint="L")))
    second = ui.Row(
        (
            ui.button("icon", "Save", icon="device-floppy"),
            ui.button("boff", "Sign", disabled="The text was not called"),
            ui.icon_button("only", "refresh", "Again"),
            ui.icon_button("onlyoff", "trash", "Delete", disabled="Nothing to delete"),
        )
    )
    third = ui.Row(
        (
            ui.button("poff", "Call the text", primary=True, disabled="Only the chair can do this"),
            ui.link("link", "command 41"),
            ui.button("ask", "Ask", icon="help"),
        )
    )
    return ui.Column((first, second, third), gap=10, align="start")


def _choices() -> ui.Widget:
    """Show choice cards."""
    body = "Uses your floor move. Counts once the donor concedes it, or the chair changes hands."
    return ui.Column(
        (
            ui.choice("c:name", "Name the power in the room", body, chosen=True, aside=ui.badge("1 floor")),
            ui.choice("c:doubt", "Raise a doubt about Text A", "Shows how far you really support it."),
            ui.choice("c:claim", "Challenge a claim", disabled="You know no fact that contradicts one."),
            ui.Slider("effort2", 0.3, disabled="Nothing to carry"),
        )
    )


def _options() -> ui.Widget:
    """Show chips, tabs, badges and notices."""
    chips = ui.Flow(
        (
            ui.chip("o:1", "Reconstruction team", group="issue"),
            ui.chip("o:2", "Villages, with grants", chosen=True, group="issue"),
            ui.chip("o:3", "Contractor from the capital", group="issue"),
            ui.chip("o:4", "Nobody", group="issue", disabled="Settled in Text B"),
        )
    )
    tabs = ui.tabs("tab", (("a", "**Text A** version 3"), ("b", "**Text B**"), ("now", "As it stands")), "a")
    badges = ui.Row(
        (ui.badge("7 new"), ui.badge("sincere", "good"), ui.badge("guarded", "warn"), ui.badge("hollow", "bad"))
    )
    return ui.Column(
        (
            tabs,
            chips,
            badges,
            ui.notice("Saved. You can leave now.", "good"),
            ui.notice("The settings could not be read. The usual settings are used.", "warn"),
            ui.notice("The line to the table is broken.", "bad"),
        ),
        gap=10,
    )


def _long() -> ui.Widget:
    """Show a scroll panel."""
    rows = tuple(
        ui.Column((ui.Row((ui.AgencyTile(list(ui.Community)[i % 7], 22), ui.grow(ui.small(TEXT))), gap=10), ui.Rule()))
        for i in range(30)
    )
    return ui.Scroll("record", ui.Column(rows), from_end=True)


def _headings() -> tuple[ui.Widget, ...]:
    """Show the eight headings."""
    names = (
        ("talk", "Talk", "messages"),
        ("find", "Find out", "search"),
        ("home", "Call home", "phone"),
        ("lean", "Lean", "scale"),
        ("text", "Text", "file-text"),
        ("say", "Say", "speakerphone"),
        ("lane", "Our lane", "route"),
        ("walk", "Walk out", "door-exit"),
    )
    return tuple(
        ui.heading_button(
            f"h:{key}", words, icon, str(i + 1), chosen=key == "say", disabled="Not in plenary" if key == "home" else ""
        )
        for i, (key, words, icon) in enumerate(names)
    )


def _question() -> ui.Modal:
    """Ask something."""
    return ui.dialog(
        "question",
        "Walk out of the room?",
        ui.Text("Text A goes on without you. **Your red lines stand**, and the others will remember it."),
        (ui.button("no", "Stay", hint="Esc"), ui.button("yes", "Walk out", primary=True)),
        first="no",
    )


@dataclass(slots=True)
class Signs:
    """Show texts and signs."""

    def build(self, size: ui.Size) -> ui.Widget:
        """Describe the page."""
        top = ui.Row(
            (ui.grow(ui.panel("Type", _type())), ui.grow(ui.panel("Around the table", _seats()))),
            gap=12,
            align="stretch",
        )
        return ui.Column(
            (_bar(), ui.grow(ui.Pad(ui.Column((ui.grow(top), ui.panel("Said, meant, done", _gaps())), gap=12), 12))),
            gap=0,
        )

    def on(self, message: ui.Message) -> ui.Transition:
        """Go back on Esc."""
        return ui.Pop() if message.key == ui.ESCAPE else ui.STAY


def _type() -> ui.Widget:
    """Show every size and weight."""
    runs = (
        ui.Run("Straight", weight=600, tone=ui.Tone.GOOD),
        ui.Run(", you judge. "),
        ui.Run("Hollow", weight=700, tone=ui.Tone.BAD),
        ui.Run("; **no markup** here."),
    )
    numbers = ui.Grid(
        (ui.Share(), 80.0, 80.0),
        tuple(
            (ui.small(name), ui.figure(a), ui.figure(b))
            for name, a, b in (("One", "111", "1,011"), ("Two", "908", "14"))
        ),
        lines=True,
    )
    return ui.Column(
        (
            ui.title("False coherence", ui.Tone.BAD),
            ui.subtitle("Seven said yes"),
            ui.Text(TEXT + " " + TEXT),
            ui.Text(TEXT * 3, size=ui.SMALL, max_lines=2),
            ui.note(TEXT),
            ui.Text(runs),
            ui.Text("Level 1 → 2, in Жанна’s words: ≥ ½", align="right"),
            ui.Text("in the middle\nof two lines", align="center"),
            numbers,
            ui.Row(
                (ui.Dot(), ui.Dot(full=False), ui.key_cap("F1"), ui.key_cap("7"), *(ui.LevelTile(n) for n in range(4)))
            ),
        )
    )


def _seats() -> ui.Widget:
    """Show tiles, meters and stances."""
    names = (
        "International force",
        "UN mission",
        "Bilateral donor",
        LONG,
        "Relief agency",
        "Village grants programme",
        "Council",
    )
    stances = ("endorse", "with reservations", "abstain", "object", "block", "not yet", "endorse")
    rows = tuple(
        (
            ui.AgencyTile(community),
            ui.Column((ui.name(name), ui.note(community), ui.Meter(0.15 * i + 0.05)), gap=3),
            ui.sized(ui.stance_mark(stance), w=76),
        )
        for i, (community, name, stance) in enumerate(zip(ui.Community, names, stances, strict=True))
    )
    line = ui.Row(
        (ui.grow(ui.Position(0.61, 0.44)), ui.stance_mark("block", beside=True), ui.stance_mark("object", words=False))
    )
    return ui.Column((ui.Grid((34.0, ui.Share(), 76.0), rows, row_gap=10), line), gap=12)


def _gaps() -> ui.Widget:
    """Show gap lines and root bars."""
    rows = tuple(
        (
            ui.Row((ui.AgencyTile(community, 26), ui.grow(ui.name(community.capitalize()))), gap=12),
            ui.GapLine(said, meant, hollow=kind == "hollow", guarded=kind == "guarded"),
            ui.RootBars(roots),
            ui.Meter(meant / 2 + 0.5, ui.Tone.ACCENT, h=13),
            ui.Text(kind, size=ui.TINY, weight=600, tone=tone),
        )
        for community, said, meant, kind, tone, roots in (
            ("military", 0.9, 0.6, "solid", ui.Tone.GOOD, (0.9, 1.0, 0.8, 0.7, 0.75)),
            ("development", 0.9, 0.2, "guarded", ui.Tone.WARN, (0.7, 0.5, 0.55, 0.8, 0.9)),
            ("humanitarian", 0.9, -0.6, "hollow", ui.Tone.BAD, (0.2, 0.2, 0.5, 0.0, 0.6)),
        )
    )
    return ui.Grid((200.0, ui.Share(), ui.FIT, 96.0, 60.0), rows, lines=True)
