"""Faults of the catalogue and of the rules, each named by its defect."""

from faults.campaign import fault
from faults.project import Project

CATALOGUE, RULES = "data/catalogue.yml", "data/rules.yml"
AREA = "Catalogue and rules"
RELATION = """  made:
    nature: plausible
    form: at_most
    parts: [{part}]
    whole: {whole}
    why: {{en: why, zh: 理由}}
"""


@fault(AREA, f"{CATALOGUE}", "relations", "part of its own part", "Remedy: ")
def cycle_in_relations(project: Project) -> None:
    """Two measures of which each is part of the other."""
    project.append(CATALOGUE, RELATION.format(part="gig_markets", whole="gig_market_districts"))


@fault(AREA, CATALOGUE, "gig_markets", "no notebook", "notebooks/gig_markets.ipynb")
def chapter_without_notebook(project: Project) -> None:
    """A chapter in the catalogue whose notebook is not there."""
    project.path("notebooks/gig_markets.ipynb").unlink()


@fault(AREA, "notebooks/gig_market.ipynb", "no chapter", "data/catalogue.yml")
def notebook_without_chapter(project: Project) -> None:
    """A notebook that the catalogue does not name."""
    notebook = project.read("notebooks/gig_markets.ipynb")
    project.write("notebooks/gig_market.ipynb", notebook)


@fault(AREA, CATALOGUE, "credit_lines", "comparable with itself", "Remedy: ")
def comparison_with_itself(project: Project) -> None:
    """A measure that is declared comparable with itself."""
    project.replace(CATALOGUE, "with: credit_line_enterprises", "with: credit_lines")


@fault(AREA, CATALOGUE, "aliases are not allowed", "Remedy: ")
def yaml_anchors_bomb(project: Project) -> None:
    """Nine anchors of which each doubles the one before, as a “billion laughs” does."""
    bomb = ["bomb0: &b0 [laugh, laugh]"]
    bomb += [f"bomb{n}: &b{n} [*b{n - 1}, *b{n - 1}]" for n in range(1, 30)]
    project.append(CATALOGUE, "\n".join([*bomb, ""]))


@fault(AREA, f"{CATALOGUE}, row ", "'agencies' stands twice", "Remedy: ")
def duplicate_yaml_key(project: Project) -> None:
    """A part of the catalogue that stands twice, of which a reader would keep one."""
    project.replace(CATALOGUE, "agencies:\n", "agencies:\nagencies:\n")


@fault(AREA, f"{CATALOGUE}, row ", "not valid YAML", "mend this line")
def broken_yaml(project: Project) -> None:
    """A bracket that is never closed."""
    project.replace(CATALOGUE, "breaks: []", "breaks: [")


@fault(AREA, CATALOGUE, "no mapping", "restore")
def catalogue_of_another_kind(project: Project) -> None:
    """A list where the catalogue should be."""
    project.write(CATALOGUE, "- regions\n- measures\n")


@fault(AREA, CATALOGUE, "measures", "is missing", "restore the part measures")
def catalogue_without_a_part(project: Project) -> None:
    """The part of the measures misspelt."""
    project.replace(CATALOGUE, "\nmeasures:\n", "\nmeasure:\n")


@fault(AREA, f"{CATALOGUE}, row ", "not valid YAML", "python/object", "mend this line")
def yaml_that_makes_an_object(project: Project) -> None:
    """A YAML tag that would run a command in a careless reader."""
    project.append(CATALOGUE, '\nmore: !!python/object/apply:os.system ["true"]\n')


@fault(AREA, CATALOGUE, "nobody", "does not exist", "Remedy: ")
def relation_of_no_measure(project: Project) -> None:
    """A relation to a measure that there is not."""
    project.append(CATALOGUE, RELATION.format(part="nobody", whole="gig_markets"))


@fault(AREA, f"{RULES}, row ", "at_least", "Remedy: ")
def threshold_out_of_range(project: Project) -> None:
    """A threshold of the rule that no number of promises can reach."""
    project.replace(RULES, "at_least_pct: ", "at_least_pct: -")
