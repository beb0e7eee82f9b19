"""What is worked out from a book or an edition is worked out once for each."""

from dataclasses import replace

from minsheng.data import Edition, load_book, once


def test_it_is_worked_out_once_for_each_edition_and_by_each_function() -> None:
    asked: list[int] = []

    @once
    def years(edition: Edition) -> list[int]:
        asked.append(edition.year)
        return [edition.year]

    @once
    def next_year(edition: Edition) -> int:
        return edition.year + 1

    edition = replace(load_book().edition(2023))
    assert years(edition) is years(edition)
    assert (years(edition), next_year(edition)) == ([2023], 2024)
    assert years(replace(edition)) == [2023]
    assert asked == [2023, 2023]
