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
        assert len(server.asked) == 3 + (paging["by"] in {"page", "offset"}), "a short page may be no last one"
        assert server.asked[0].query["line"] == "7"
        monkeypatch.setattr(http_look, "MOST_PAGES", 1)
        server.asked.clear()
        desk = Desk(server, paging=paging)
        looks = [len(desk.look()) for _ in range(3)]
        assert looks == [3, 3, 1], "a look that is cut short goes on where it was"
        if desk.batches[-1].progress is not None:  # by number only an empty page is the end
            assert desk.look() == []
        assert desk.batches[-1].progress is None


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


@pytest.mark.parametrize("behind", ["empty", "unknown", "last again"])
@pytest.mark.parametrize("by", ["page", "offset"])
def test_a_server_that_gives_fewer_rows_a_page_than_it_is_asked_for_is_read_to_its_end(by: str, behind: str) -> None:
    def answer(asked: Asked) -> Reply:
        place = int(asked.query["at"])
        first = place if by == "offset" else (place - 1) * 20
        if first >= 90:
            first = 80 if behind == "last again" else 1000
            if behind == "unknown":
                return Reply(status=404)
        return as_json({"data": [row(number) for number in range(90)][first : first + 20], "asked": len(server.asked)})

    with serving(answer) as server:
        desk = Desk(server, paging={"by": by, "parameter": "at", "size": 50})
        assert len(desk.look()) == 90
        assert desk.complaints == []
        assert desk.batches[-1].complete_through is not None


def test_an_offset_counts_what_the_server_counts() -> None:
    orders = [{"items": [row(3 * number + item) for item in range(3)]} for number in range(30)]
    with serving(lambda asked: as_json({"data": orders[int(asked.query["at"]) :][:10]})) as server:
        desk = Desk(server, rows="$.data[*].items[*]", paging={"by": "offset", "parameter": "at", "size": 10})
        assert len(desk.look()) == 90
        assert desk.complaints == []
        assert [asked.query["at"] for asked in server.asked] == ["0", "10", "20", "30"]


def test_an_empty_page_in_a_walk_by_cursor_is_not_its_end() -> None:
    walk = {"": ([row(1)], "b"), "b": ([], "c"), "c": ([], "d"), "d": ([row(2)], None)}

    def answer(asked: Asked) -> Reply:
        found, cursor = walk[asked.query.get("at", "")]
        return as_json({"data": found, "next": cursor})

    with serving(answer) as server:
        desk = Desk(server, paging={"by": "cursor", "parameter": "at", "path": "$.next"})
        assert [reading.key for reading in desk.look()] == ["1:good", "2:good"]
        walk["c"] = ([], "b")
        assert "gives the same page again and again" in str(desk.failure())


@pytest.mark.parametrize("status", [400, 404, 410])
def test_a_cursor_that_the_server_has_forgotten_begins_again(status: int, monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten: list[str] = []

    def answer(asked: Asked) -> Reply:
        cursor = asked.query.get("at", "")
        if cursor in forgotten:
            return Reply(status=status)
        first = int(cursor or 0)
        then = str(first + 10) if first < 20 else None
        return as_json({"data": [row(number) for number in range(30)][first : first + 10], "next": then})

    with serving(answer) as server:
        desk = Desk(server, paging={"by": "cursor", "parameter": "at", "path": "$.next"})
        monkeypatch.setattr(http_look, "MOST_PAGES", 2)
        assert len(desk.look()) == 20
        forgotten.append("20")
        assert desk.look() == []
        assert "goes on no more where the last look ended; begun again from the start" in desk.complaints[0]
        forgotten.clear()
        assert len(desk.look()) == 10
        assert desk.batches[-1].progress is None
