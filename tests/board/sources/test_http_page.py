"""Long answers of an HTTP server are read to their end, in every way there is, and lead nobody astray."""

import pytest

from board.sources import http_look
from tests.board.sources.desk import Desk, always, row
from tests.board.sources.server import Asked, Reply, as_json, serving


def pages(asked: Asked, rows: int = 7, size: int = 3) -> Reply:
    """Answer in pages of three, in every way there is."""
    query = asked.query
    number = int(query.get("page", 1)) - 1
    first = int(query.get("skip") or query.get("cursor") or number * size)
    found = [row(number) for number in range(rows)][first : first + size]
    then = first + size
    is_more = then < rows
    link = (
        f'</parts?skip=0>; rel="first", </parts?skip={then}>; rel="next"' if is_more else '</parts?skip=0>; rel="first"'
    )
    there = f"/parts?skip={then}" if is_more else None
    return as_json({"data": found, "cursor": then if is_more else None, "next": there}, Link=link)


@pytest.mark.parametrize(
    "paging",
    [
        {"by": "page", "parameter": "page", "size": 3, "size_parameter": "per_page"},
        {"by": "offset", "parameter": "skip", "size": 3},
        {"by": "link"},
        {"by": "next", "path": "$.next"},
        {"by": "cursor", "parameter": "cursor", "path": "$.cursor"},
    ],
)
def test_a_long_answer_is_read_to_its_end(paging: dict[str, object], monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(pages) as server:
        desk = Desk(server, paging=paging, query={"line": "7"})
        assert [reading.key for reading in desk.look()] == [f"{number}:good" for number in range(7)]
        assert len(server.asked) == 3
        assert server.asked[0].query["line"] == "7"
        monkeypatch.setattr(http_look, "MOST_PAGES", 1)
        server.asked.clear()
        desk = Desk(server, paging=paging)
        looks = [len(desk.look()) for _ in range(3)]
        assert looks == [3, 3, 1], "a look that is cut short goes on where it was"
        assert desk.batches[-1].progress is None
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("document", "paging", "said"),
    [
        ({"data": [row(1)] * 3}, {"by": "page", "parameter": "p", "size": 3}, "gives the same page again and again"),
        (
            {"data": [row(1)], "next": "https://elsewhere/x?a=1"},
            {"by": "next", "path": "$.next"},
            "on another server (https://elsewhere/x), which is not asked",
        ),
        ({"data": [row(1)], "next": "http://[x"}, {"by": "next", "path": "$.next"}, "in a way nobody can follow"),
        ({"data": [row(1)], "next": "x" * 9000}, {"by": "next", "path": "$.next"}, "in a way nobody can follow"),
        ({"data": [row(1)], "next": "a\nb"}, {"by": "cursor", "parameter": "c", "path": "$.next"}, "nobody can follow"),
    ],
)
def test_pages_that_lead_astray_are_not_followed(document: object, paging: dict[str, object], said: str) -> None:
    with serving(always(document)) as server:
        assert said in str(Desk(server, paging=paging).failure())
        assert len(server.asked) <= 2


def test_a_next_address_that_holds_our_key_is_kept_without_it() -> None:
    def answer(asked: Asked) -> Reply:
        assert asked.query["apikey"] == "open-sesame-77"
        there = f"/parts?skip=3&apikey={asked.query['apikey']}" if "skip" not in asked.query else None
        return as_json({"data": [row(int(asked.query.get("skip", 0)))], "next": there})

    with serving(answer) as server, pytest.MonkeyPatch.context() as patched:
        patched.setattr(http_look, "MOST_PAGES", 1)
        key = {"parameter": "apikey", "key": {"env": "MES_TOKEN"}}
        desk = Desk(server, auth=key, paging={"by": "next", "path": "$.next"})
        desk.look()
        assert desk.watermark is not None
        assert "skip=3" in desk.watermark
        assert "sesame" not in desk.watermark
        assert [reading.key for reading in desk.look()] == ["3:good"]
