"""Sentences about pairs of figures that the book does not compute from, each with the condition."""

from minsheng.commentary.sentence import Sentence, compose
from minsheng.comparability import Comparing, Condition, Refused
from minsheng.facts import published
from minsheng.language import Language, _

WHY = {
    Condition.NOT_DECLARED: _("no source shows the two to be comparable"),
    Condition.SCOPE: _("the catalogue declares the comparison for other regions or periods only"),
    Condition.MEASURE: _("the two are figures of different measures"),
    Condition.REGION: _("the two are about different regions"),
    Condition.UNIT: _("the two are read in different units"),
    Condition.KIND: _("the two count over time in different ways"),
    Condition.PERIOD: _("the two are not about the same period"),
    Condition.YEAR: _("the two do not belong to the same year, or a period is not stated"),
    Condition.MONTHS: _("the two do not cover the same months"),
    Condition.YEAR_BEFORE: _("the second is not the year before the first"),
    Condition.WHOLE_YEAR: _("the first is not the beginning of the year that the second covers"),
    Condition.ZERO: _("the second is printed as zero, and nothing is a share of zero"),
}
REFUSED = {
    Comparing.COMPLETION: _(
        "{first} ({first_period}) against a target of {second} ({second_period}): not computed, because {why}."
    ),
    Comparing.COMPLETED: _(
        "The target behind {first} ({first_period}) and a completion of {second} ({second_period}): not computed, because {why}."
    ),
    Comparing.GROWTH: _(
        "The base behind {first} ({first_period}) and a growth of {second} ({second_period}): not computed, because {why}."
    ),
    Comparing.BASE: _(
        "Growth from {second} ({second_period}) to {first} ({first_period}): not computed, because {why}."
    ),
    Comparing.SERIES: _(
        "Growth from {second} ({second_period}) to {first} ({first_period}): not computed, because {why}."
    ),
    Comparing.AMBITION: _(
        "A target of {first} ({first_period}) against {second} ({second_period}): not computed, because {why}."
    ),
    Comparing.PART_OF_YEAR: _(
        "The share of {second} ({second_period}) that {first} ({first_period}) makes up: not computed, because {why}."
    ),
    Comparing.RATIO: _(
        "{first} ({first_period}) per {second} ({second_period}): not computed, because {why}."
    ),
}


def refused(lang: Language, pair: Refused) -> Sentence:
    """Say which pair is not computed, and the catalogue's reason or the condition that fails."""
    why = pair.why.within(lang.code) if pair.why is not None else lang.text(WHY[pair.condition])
    return compose(
        lang,
        REFUSED[pair.comparing],
        first=published(lang, pair.first),
        first_period=lang.period(pair.first.period_text),
        second=published(lang, pair.second),
        second_period=lang.period(pair.second.period_text),
        why=why,
    )
