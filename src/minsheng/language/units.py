"""The names of units as sentences and tables show them."""

from minsheng.language.messages import _, plural

COUNTED = {
    "person": plural("{n} person", "{n} persons"),
    "person_time": plural("{n} person-time", "{n} person-times"),
    "family": plural("{n} family", "{n} families"),
    "enterprise": plural("{n} enterprise", "{n} enterprises"),
    "facility": plural("{n} place", "{n} places"),
    "institution": plural("{n} institution", "{n} institutions"),
    "district": plural(
        "{n} district, county or county-level city",
        "{n} districts, counties and county-level cities",
    ),
    "post": plural("{n} post", "{n} posts"),
    "post_time": plural("{n} post-time", "{n} post-times"),
    "entity_time": plural("{n} entity-time", "{n} entity-times"),
    "posting": plural("{n} posting", "{n} postings"),
    "policy_item": plural("{n} measure", "{n} measures"),
    "project": plural("{n} project", "{n} projects"),
    "team": plural("{n} team", "{n} teams"),
    "event": plural("{n} event", "{n} events"),
    "course": plural("{n} course", "{n} courses"),
    "action": plural("{n} action", "{n} actions"),
    "yuan": plural("{n} yuan", "{n} yuan"),
    "percent": plural("{n}%", "{n}%"),
    "point": plural("{n} point", "{n} points"),
    "ratio": plural("{n}", "{n}"),
}

NAMES = {
    "person": _("persons"),
    "person_time": _("person-times"),
    "family": _("families"),
    "enterprise": _("enterprises"),
    "facility": _("places"),
    "institution": _("institutions"),
    "district": _("districts, counties and county-level cities"),
    "post": _("posts"),
    "post_time": _("post-times"),
    "entity_time": _("entity-times"),
    "posting": _("postings"),
    "policy_item": _("policy measures"),
    "project": _("projects"),
    "team": _("teams"),
    "event": _("events"),
    "course": _("courses"),
    "action": _("actions"),
    "yuan": _("yuan"),
    "percent": _("per cent"),
    "point": _("points"),
    "ratio": _("ratio"),
}
