"""Look into the space of all deals of a case."""

from rich.console import Console

from game.cli.app import AsJson, Language, Page, Scenario, app, print_json
from game.cli.choices import find_case
from game.cli.failure import Failure
from game.cli.writing import write_page


@app.command()
def analyse(
    scenario: Scenario,
    language: Language = None,
    as_json: AsJson = False,
    html: Page = None,
) -> None:
    """Judge every package of a case: what all could mean, what power could push through, what is fair to whom."""
    # numpy and the rest only where they are asked for
    from game.analysis.space.page import study_page  # noqa: PLC0415 - see above
    from game.analysis.space.study import TooManyPackages, study  # noqa: PLC0415 - see above
    from game.cli.study_report import show_study  # noqa: PLC0415 - see above
    from game.record.codec import plain  # noqa: PLC0415 - see above

    _, case = find_case(scenario, language)
    try:
        found = study(case)
    except TooManyPackages as error:
        raise Failure(str(error)) from None
    if html is not None:
        write_page(html, study_page(case, found))
    if as_json:
        print_json(plain(found))
    elif html is None:
        show_study(Console(highlight=False), case, found)
