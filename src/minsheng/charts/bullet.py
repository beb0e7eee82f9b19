"""A bullet chart: what was reached, against the target and an even spread over the year."""

from dataclasses import dataclass

from matplotlib import pyplot as plt
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from minsheng.charts.style import INK, MUTED, REACHED, RULE, TARGET, house_style
from minsheng.charts.svg import Chart, inline_svg
from minsheng.facts import published
from minsheng.language import Language, _
from minsheng.measures import Completion

WIDTH, HEIGHT = 9.2, 2.3
ROOM = 1.12

TARGET_LABEL = _("target for the year: {n}")
SPREAD_LABEL = _("even spread: {n}")
REACHED_LABEL = _("reached, {period}: {n}")
DESCRIPTION = _(
    "{name}: reached {actual} in {period}; target for the year {target}; an even spread over the "
    "year would be {spread}."
)
NO_SPREAD = _("{name}: reached {actual} in {period}; target for the year {target}.")


@dataclass(frozen=True)
class _Plotted:
    """The three numbers drawn, and their words."""

    actual: float
    target: float
    spread: float | None
    words: dict[str, str]


def completion_chart(lang: Language, done: Completion, *, name: str, title: str) -> Chart:
    """Draw an actual against its target; `title` states the finding.

    Floats only place the marks; every number in words comes from the exact values.
    """
    plotted = _plotted(lang, done, name)
    with house_style():
        figure, axes = plt.subplots(figsize=(WIDTH, HEIGHT))
        _draw(axes, plotted, lang)
        _frame(figure, axes, plotted)
        message = NO_SPREAD if plotted.spread is None else DESCRIPTION
        description = lang.text(message).format(**plotted.words)
        key = f"chart-{done.actual.anchor}"
        svg = inline_svg(figure, key=key, title=title, description=description)
    return Chart(svg, description)


def _plotted(lang: Language, done: Completion, name: str) -> _Plotted:
    period = done.actual.period
    elapsed = period.elapsed if period is not None else None
    spread = None if elapsed is None else done.target.value * elapsed
    words = {
        "name": name,
        "actual": published(lang, done.actual).text,
        "target": published(lang, done.target).text,
        "period": lang.period(period.text if period is not None else ""),
        "spread": "" if spread is None else lang.quantity(spread, done.target.unit_read),
    }
    return _Plotted(
        float(done.actual.value),
        float(done.target.value),
        None if spread is None else float(spread),
        words,
    )


def _draw(axes: Axes, plotted: _Plotted, lang: Language) -> None:
    words = plotted.words
    axes.barh([0], [plotted.actual], height=0.5, color=REACHED)
    axes.plot([plotted.target] * 2, [-0.42, 0.42], color=TARGET, linewidth=3, solid_capstyle="butt")
    reached = lang.text(REACHED_LABEL).format(period=words["period"], n=words["actual"])
    axes.text(0, 0.62, reached, color=INK, fontweight="bold", va="bottom")
    target = lang.text(TARGET_LABEL).format(n=words["target"])
    axes.text(plotted.target, -0.5, target, color=TARGET, ha="right", va="top")
    if plotted.spread is not None:
        axes.plot(
            [plotted.spread] * 2, [-0.32, 0.32], color=INK, linewidth=1, linestyle=(0, (3, 2))
        )
        spread = lang.text(SPREAD_LABEL).format(n=words["spread"])
        axes.text(plotted.spread, -0.95, spread, color=MUTED, ha="right", va="top")


def _frame(figure: Figure, axes: Axes, plotted: _Plotted) -> None:
    axes.set_xlim(0, ROOM * max(plotted.actual, plotted.target))
    axes.set_ylim(-1.4, 1.1)
    axes.set_yticks([])
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.axvline(0, ymin=0.3, ymax=0.75, color=RULE, linewidth=1)
    figure.subplots_adjust(left=0.01, right=0.99, top=0.99, bottom=0.01)
