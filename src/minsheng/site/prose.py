"""What prose pages are written with: figures and worked calculations in the page's language.

A role inside a sentence stands in the text that gettext extracts, so a translation keeps it.
An unknown id is a warning with page, id and remedy; the build makes warnings errors.
"""

from collections.abc import Callable, Mapping

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective, SphinxRole
from sphinx.writers.html5 import HTML5Translator

from minsheng.errors import Fault, UsageFault
from minsheng.facts import Fact, as_printed, published
from minsheng.language import Language
from minsheng.site.blocks import shown
from minsheng.site.here import Here
from minsheng.site.told import Answer, Told, tell
from minsheng.site.worked import work
from minsheng.site.worked.subjects import figure

LOGGER = logging.getLogger(__name__)
Rendering = Callable[[Language, str], Fact | str]


class FactNode(nodes.Inline, nodes.TextElement):
    """A tagged number; its text is the number, its `html` the tag."""


def _published(lang: Language, figure_id: str) -> Fact:
    return published(lang, figure(figure_id))


def _as_printed(lang: Language, figure_id: str) -> Fact:
    return as_printed(lang, figure(figure_id))


def _worked(lang: Language, request: str) -> Fact | str:
    return work(lang, request).result


ROLES: dict[str, Rendering] = {"fact": _published, "printed": _as_printed, "worked": _worked}
WORKED = "worked-example"


def _number(name: str) -> Answer:
    def answer(lang: Language, here: Here, given: str) -> Told:
        del here
        number = ROLES[name](lang, given)
        return Told("", number) if isinstance(number, str) else Told(number.html, number.text)

    return answer


def _example(lang: Language, here: Here, given: str) -> Told:
    worked = work(lang, given)
    return Told(worked.html(lang, here.root), worked.plain)


ANSWERS: Mapping[str, Answer] = {**{name: _number(name) for name in ROLES}, WORKED: _example}


class _NumberRole(SphinxRole):
    """A number in a sentence, computed from what the role names."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        try:
            told = tell(self.env, (self.name, self.text.strip()), ANSWERS[self.name])
        except UsageFault as fault:
            warn(fault, f"{{{self.name}}}`{self.text}`", self.env.docname, self.get_location())
            return [nodes.literal(self.rawtext, self.text)], []
        if not told.html:
            return [nodes.Text(told.plain)], []
        return [FactNode(self.rawtext, told.plain, html=told.html)], []


class _WorkedExample(SphinxDirective):
    """A calculation with all its steps."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        try:
            return shown(tell(self.env, (WORKED, self.arguments[0]), ANSWERS[WORKED]))
        except UsageFault as fault:
            asked = f"{{{self.name}}} {self.arguments[0]}"
            warn(fault, asked, self.env.docname, self.get_location())
            return [nodes.literal_block(asked, asked)]


def warn(fault: UsageFault, asked: str, page: str, location: str) -> None:
    """Report a role or directive that can show nothing, as written on its page."""
    for each in fault.faults:
        told = Fault(page, each.rule, each.remedy, value=asked)
        LOGGER.warning(str(told), location=location, type="minsheng", subtype="prose")


def _visit_html(translator: HTML5Translator, node: FactNode) -> None:
    translator.body.append(node["html"])
    raise nodes.SkipNode


def _visit(translator: nodes.NodeVisitor, node: FactNode) -> None:
    """Leave the number to its text: every other builder shows it plain."""


def add_prose(app: Sphinx) -> None:
    """Register roles and directives for prose pages."""
    plain = (_visit, _visit)
    app.add_node(
        FactNode, html=(_visit_html, None), latex=plain, text=plain, man=plain, texinfo=plain
    )
    for name in ROLES:
        app.add_role(name, _NumberRole())
    app.add_directive(WORKED, _WorkedExample)
