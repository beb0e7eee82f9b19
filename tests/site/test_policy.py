"""The policy allows a page's own scripts by digest, its neighbours, and nothing else."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest

from minsheng.site.front import front_page
from minsheng.site.policy import with_policy

HEAD = '<html><head><meta charset="utf-8" /><script src="a.js"></script>{}</head></html>'


def rules(html: str) -> dict[str, list[str]]:
    (content,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    return {rule.split()[0]: rule.split()[1:] for rule in content.split("; ")}


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_every_inline_script_is_named_and_no_other() -> None:
    html = with_policy(HEAD.format("<script>let a = 1;</script><script>let b = 2;</script>"))
    assert rules(html)["script-src"] == [
        "'self'",
        "file:",
        *sorted([digest("let a = 1;"), digest("let b = 2;")]),
    ]


def test_a_handler_is_named_as_the_browser_reads_it() -> None:
    html = with_policy(HEAD.format('<button onclick="say(&quot;a&quot;)">a</button>'))
    assert rules(html)["script-src"][2:] == ["'unsafe-hashes'", digest('say("a")')]


def test_no_other_host_is_allowed() -> None:
    found = rules(with_policy(HEAD.format("")))
    assert found["default-src"] == ["'none'"]
    allowed = {source for sources in found.values() for source in sources}
    assert allowed == {"'none'", "'self'", "'unsafe-inline'", "file:", "data:"}


def test_the_policy_stands_before_the_first_script() -> None:
    html = with_policy(HEAD.format(""))
    assert html.index("Content-Security-Policy") < html.index("<script")


def test_a_page_without_a_place_for_it_is_refused() -> None:
    with pytest.raises(ValueError, match="encoding"):
        with_policy("<html><head></head></html>")


def test_the_front_page_has_one_too() -> None:
    assert rules(front_page(["en"]))["default-src"] == ["'none'"]
