"""An HTTP server is asked only for what is new, and nothing is left out for that."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.board.sources.desk import NOW, Desk, always, row
from tests.board.sources.server import Answering, Asked, Reply, as_json, serving


@pytest.mark.parametrize(
    ("form", "first", "then"),
    [
        ("iso", "2026-11-19T12:00:00Z", "2026-11-20T09:59:00Z"),
        ("epoch s", "1795089600", "1795168740"),
        ("epoch ms", "1795089600000", "1795168740000"),
        ("%Y-%m-%d %H:%M:%S", "2026-11-19 12:00:00", "2026-11-20 09:59:00"),
    ],
)
def test_only_what_is_new_is_asked_for(form: str, first: str, then: str) -> None:
    now = datetime(2026, 11, 20, 12, tzinfo=UTC)
    rows = [row(1, changed="2026-11-20T10:00:00Z"), row(2, changed="2026-11-20T08:00:00Z")]
    for each in rows:
        each["at"] = "2026-11-20T07:00:00Z"
    with serving(always({"data": rows})) as server:
        desk = Desk(server, since={"parameter": "after", "column": "changed", "as": form, "first": "1 d"})
        assert len(desk.look(now)) == 2
        assert desk.look(now) == []
        queries = [asked.query["after"] for asked in server.asked]
    assert queries == [first, then]


@pytest.mark.parametrize(("form", "then"), [("number", "12"), ("text", "7")])
def test_numbers_and_texts_are_watermarks_too(form: str, then: str) -> None:
    since = {"parameter": "q", "column": "id", "as": form, "template": '[["id",">=","{since}"]]'}
    with serving(always({"data": [row(3), row(12), row(7)]})) as server:
        desk = Desk(server, since=since)
        desk.look()
        desk.look()
        assert server.asked[0].query == {}
        assert server.asked[1].query == {"q": f'[["id",">=","{then}"]]'}


def test_the_watermark_moves_only_when_every_page_was_read() -> None:
    trouble = True

    def answer(asked: Asked) -> Reply:
        if asked.query["page"] == "2" and trouble:
            return Reply(status=500)
        found = [row(number, changed=NOW.isoformat()) for number in range(3)] if asked.query["page"] == "1" else []
        return as_json({"data": found})

    with serving(answer) as server:
        desk = Desk(
            server,
            paging={"by": "page", "parameter": "page", "size": 3},
            since={"parameter": "after", "column": "changed"},
        )
        desk.failure()
        assert desk.watermark is None
        trouble = False
        desk.look()
        desk.look()
    assert ["after" in asked.query for asked in server.asked] == [False, False, False, False, True, True]


def test_a_row_that_does_not_say_when_it_changed_is_told_and_read() -> None:
    with serving(always({"data": [row(1, changed="some day")]})) as server:
        desk = Desk(server, since={"parameter": "after", "column": "changed"})
        assert len(desk.look()) == 1
        assert "changed does not say when the row was changed" in desk.complaints[0]


def test_a_server_that_knows_what_we_have_need_not_send_it_again() -> None:
    def answer(asked: Asked) -> Reply:
        if asked.headers.get("If-None-Match") == '"v1"':
            return Reply(status=304)
        return as_json({"data": [row(1)]}, ETag='"v1"')

    with serving(answer) as server:
        desk = Desk(server, complete="seen", lag="2 min")
        assert len(desk.look()) == 1
        restarted = Desk(server, complete="seen", lag="2 min")
        restarted.watermark = desk.watermark
        now = datetime.now(UTC)
        assert restarted.look(now) == []
        assert restarted.batches[-1].seen_at == now
        assert restarted.batches[-1].complete_through == now - timedelta(minutes=2)
        assert [asked.headers.get("If-None-Match") for asked in server.asked] == [None, '"v1"']


def test_a_server_without_etags_is_asked_whether_anything_has_changed() -> None:
    changed = "Fri, 20 Nov 2026 08:00:00 GMT"

    def answer(asked: Asked) -> Reply:
        if asked.headers.get("If-Modified-Since") == changed:
            return Reply(status=304)
        return as_json({"data": [row(1)]}, **{"Last-Modified": changed})

    with serving(answer) as server:
        desk = Desk(server)
        assert len(desk.look()) == 1
        assert desk.look() == []
        assert [asked.headers.get("If-Modified-Since") for asked in server.asked] == [None, changed]


def test_what_lies_ahead_or_is_not_final_is_asked_for_again() -> None:
    for ahead in (row(1, minutes_ago=-60), row(1, minutes_ago=0)):
        with serving(always({"data": [ahead]}, ETag='"v1"')) as server:
            desk = Desk(server, length="10 min")
            desk.look()
            desk.look()
            assert "If-None-Match" not in server.asked[1].headers


BASE = datetime(2026, 11, 20, 8, tzinfo=UTC)
AFTER = {"parameter": "after", "column": "changed"}


def made(number: int, at: datetime | str, changed: datetime | str | None = None) -> dict[str, object]:
    """Return the row of a part made and changed at a moment."""
    return {"id": number, "line": "Line 1", "at": str(at), "changed": str(changed or at), "made": {"ok": 1}}


def later(rows: list[dict[str, object]]) -> Answering:
    """Answer with the rows that were changed after what is asked for, to the second."""

    def answer(asked: Asked) -> Reply:
        after = asked.query.get("after", "")[:19].replace("T", " ")
        return as_json({"data": [row for row in rows if str(row["changed"])[:19] > after]})

    return answer


def test_rows_of_a_machine_whose_clock_was_ahead_are_read_when_their_time_comes() -> None:
    rows: list[dict[str, object]] = []
    with serving(later(rows)) as server:
        desk = Desk(server, since=AFTER, length="1 s")
        found = set()
        for minute in range(60):
            ahead = timedelta(minutes=8 if minute < 20 else 0)
            if minute < 40:
                rows.append(made(minute, BASE + timedelta(minutes=minute) + ahead))
            found |= {reading.key for reading in desk.look(BASE + timedelta(minutes=minute, seconds=5))}
    assert len(found) == 40


def test_an_hour_that_is_not_over_is_asked_for_until_it_is() -> None:
    rows = [made(1, BASE, BASE + timedelta(minutes=5)), made(2, BASE - timedelta(hours=1), BASE + timedelta(minutes=9))]
    with serving(later(rows)) as server:
        desk = Desk(server, since=AFTER, length="1 h")
        looks = [desk.look(BASE + timedelta(minutes=minutes)) for minutes in (10, 30, 70, 90)]
        asked = [each.query.get("after") for each in server.asked]
    assert [[(reading.key[0], reading.final) for reading in look] for look in looks] == [
        [("1", False), ("2", True)],
        [],
        [("1", True)],
        [],
    ]
    assert asked == [None, "2026-11-20T08:03:59Z", "2026-11-20T08:03:59Z", "2026-11-20T08:08:00Z"]


def test_a_row_changed_in_a_time_to_come_silences_nobody() -> None:
    rows: list[dict[str, object]] = []
    said: list[str] = []
    with serving(later(rows)) as server:
        desk, count = Desk(server, since=AFTER, length="1 s"), 0
        for minute in range(10):
            at = BASE + timedelta(minutes=minute)
            rows.append(made(minute, at, datetime(2099, 12, 31, tzinfo=UTC) if minute == 3 else None))
            count += len(desk.look(at + timedelta(seconds=5)))
            said += desk.complaints
    assert count == 10
    (once,) = said
    assert once.endswith("changed: changed says that the row was changed in the future, so nobody goes on behind it")


@pytest.mark.parametrize("since", [{"since": {**AFTER, "as": "%Y-%m-%d %H:%M:%S"}}, {}])
def test_no_part_of_an_autumn_night_is_lost_or_in_another_hour(since: dict[str, object]) -> None:
    rows: list[dict[str, object]] = []
    began, london = datetime(2026, 10, 24, 23, tzinfo=UTC), ZoneInfo("Europe/London")
    found: dict[str, datetime] = {}
    with serving(later(rows) if since else lambda _asked: as_json({"data": rows[-1:]})) as server:
        desk = Desk(server, None, length="1 s", **since)
        for number in range(48):
            at = began + timedelta(minutes=5 * number)
            rows.append(made(number, f"{at.astimezone(london):%Y-%m-%d %H:%M:%S}"))
            found |= {reading.key: reading.start for reading in desk.look(at + timedelta(seconds=5))}
    assert len(found) == 48
    assert Counter(start.hour for start in found.values()) == {23: 12, 0: 12, 1: 12, 2: 12}
