"""What does not go together in a plant is named: file, key, what was found, what was expected."""

import pytest

from tests.board.plant.written import EARLY, plant, sentences, shift, text

KPI = '[[kpi]]\nid = "k"\nname = "K"\nbetter = "lower"\n'


def test_a_good_plant_has_no_problem() -> None:
    assert plant().line("line-1").rate == 60


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            '[[line]]\nid = "line-2"\narea = "hal"\nname = "L"',
            'plant.toml: line "line-2": area: found "hal", expected the id of a [[area]]: "hall".',
        ),
        (
            '[[area]]\nid = "line-1"\nname = "A"',
            (
                'plant.toml: line "line-1": id: found "line-1", expected a name of its own;'
                ' area "line-1" in plant.toml bears it already.'
            ),
        ),
        (
            '[[area]]\nid = "works"\nname = "A"',
            (
                'plant.toml: area "works": id: found "works", expected a name of its own; site in plant.toml'
                " bears it already."
            ),
        ),
        (
            '[[line]]\nid = "line-2"\narea = "hall"\nname = "L"\ninterval = "5h"',
            (
                'plant.toml: line "line-2": interval: found "5h", expected a duration of whole minutes'
                ' from "30 min" to "4h".'
            ),
        ),
        (
            '[[line]]\narea = "hall"\nname = "L"',
            "plant.toml: line[2]: id: found nothing, expected this key, which every such table needs.",
        ),
        (
            '[[line]]\nid = "line-2"\narea = "hall"\nname = "L"\nbest_rat = 5',
            'plant.toml: line "line-2": best_rat: found a key that is not known here, expected "best_rate".',
        ),
        (
            '[[lines]]\nid = "line-2"',
            'plant.toml: lines: found a key that is not known here, expected "line".',
        ),
        (
            '[person]\nid = "p"',
            "plant.toml: person: found a table, expected tables headed [[person]], with two brackets.",
        ),
        (
            '[[reason]]\ncode = "r"\nname = "R"\ngroup = "G"\nlines = ["line-1", "line-7"]',
            'plant.toml: reason "r": lines: found "line-7", expected the id of a [[line]]: "line-1".',
        ),
        (
            '[[reason]]\ncode = "r"\nname = "R"\ngroup = "G"\nlines = "line-1"',
            'plant.toml: reason "r": lines: found "line-1", expected a list in [ ].',
        ),
        (
            '[[day_off]]\nname = "Feast"\nfirst = 2026-05-01\nlines = ["line-7"]',
            'plant.toml: day_off "Feast": lines: found "line-7", expected the id of a [[line]]: "line-1".',
        ),
        (
            '[[day_off]]\nname = "Feast"\nfirst = 2026-05-02\nlast = 2026-05-01',
            'plant.toml: day_off "Feast": last: found 2026-05-01, expected no day before first, which is 2026-05-02.',
        ),
        (
            '[[rate]]\nline = "line-7"\nproduct = "A"\nper_hour = 5',
            'plant.toml: rate "line-7": line: found "line-7", expected the id of a [[line]]: "line-1".',
        ),
        (
            '[[rate]]\nline = "line-1"\nproduct = "A"',
            'plant.toml: rate "line-1": per_hour, cycle: found neither, expected one of them: per_hour or cycle.',
        ),
        (
            '[[rate]]\nline = "line-1"\nproduct = "A"\nper_hour = 5\ncycle = "5 s"',
            'plant.toml: rate "line-1": per_hour, cycle: found both, expected one of them: per_hour or cycle.',
        ),
        (
            '[[rate]]\nline = "line-1"\nproduct = "A"\nper_hour = 0',
            'plant.toml: rate "line-1": per_hour: found 0, expected a number above 0.',
        ),
        (
            '[[rate]]\nline = "line-1"\nper_hour = 5',
            (
                'plant.toml: rate "line-1": found "line-1", expected one rate for a line, product and shift;'
                " there is another already."
            ),
        ),
        (
            '[[rate]]\nline = "line-1"\nshift = "Erly"\nper_hour = 5',
            'plant.toml: rate "line-1": shift: found "Erly", expected the name of a [[shift]]: "Early".',
        ),
        (
            '[[letter]]\ncode = "Q"\nname = "Quality"\nkpis = ["scrap"]',
            'plant.toml: letter "Q": kpis: found "scrap", expected the id of a [[kpi]]: one that the plant defines.',
        ),
        (
            f'{KPI}formula = "good"\n[[letter]]\ncode = "Q"\nname = "Q"\nkpis = ["k", "k"]',
            'plant.toml: letter "Q": kpis: found "k", expected each KPI once.',
        ),
        (
            KPI,
            (
                'plant.toml: kpi "k": formula, kpi: found neither, expected one of them: a formula over measures,'
                " or kpi with the name of a built-in one."
            ),
        ),
        (
            f'{KPI}formula = "good"\nkpi = "oee"',
            (
                'plant.toml: kpi "k": formula, kpi: found both, expected one of them: a formula over measures,'
                " or kpi with the name of a built-in one."
            ),
        ),
        (
            f'{KPI}formula = "good"\nowner = "ann"',
            'plant.toml: kpi "k": owner: found "ann", expected the id of a [[person]]: one that the plant defines.',
        ),
        (
            f'{KPI}formula = "good"\ntargets = [{{from = 2026-04-01, value = 1}}, {{from = 2026-04-01, value = 2}}]',
            (
                'plant.toml: kpi "k": targets[2].from: found 2026-04-01, expected a day after 2026-04-01:'
                " targets stand in order of date."
            ),
        ),
        (
            f'{KPI}formula = "good"\ntargets = [{{from = 2026-04-01, low = 1, high = 2}}]',
            'plant.toml: kpi "k": targets[1]: found high and low, expected value, because better = "lower".',
        ),
        (
            f'{KPI}formula = "good"\ntargets = [{{from = 2026-04-01}}]',
            'plant.toml: kpi "k": targets[1]: found no value, expected value, because better = "lower".',
        ),
        (
            f'{KPI.replace("lower", "range")}formula = "good"\ntargets = [{{from = 2026-04-01, low = 3, high = 2.5}}]',
            'plant.toml: kpi "k": targets[1]: found 3 to 2.5, expected low not above high.',
        ),
        (
            f'{KPI}formula = "good"\ntargets = [{{from = 2026-04-01, value = "2,5"}}]',
            'plant.toml: kpi "k": targets[1].value: found "2,5", expected a number such as 12 or 2.5.',
        ),
        (
            f'{KPI}formula = "good"\ntargets = [{{from = 2026-04-01, valu = 1, value = 1}}]',
            'plant.toml: kpi "k": targets[1].valu: found a key that is not known here, expected "value".',
        ),
        (
            KPI.replace("lower", "down") + 'formula = "good"',
            'plant.toml: kpi "k": better: found "down", expected "higher", "lower" or "range".',
        ),
        (
            '[[measure]]\nid = "good"\nname = "Good"\nkind = "count"',
            (
                'plant.toml: measure "good": id: found "good", expected a name of its own; this measure is built in and'
                " needs no table."
            ),
        ),
        (
            '[[source]]\nkind = "csv"\n[[source]]\nkind = "csv"',
            'plant.toml: source[2]: id: found nothing, expected an id of its own; another source is "csv" already.',
        ),
        (
            '[[source]]\nkind = "csv"\nstale_after = "30 s"',
            "plant.toml: source[1]: stale_after: found 30 s, expected at least expected_every, which is 60 s.",
        ),
        (
            '[[run]]\nline = "line-7"\nstarts = 2026-05-06T06:00:00',
            'plant.toml: run "line-7": line: found "line-7", expected the id of a [[line]]: "line-1".',
        ),
    ],
)
def test_problem_is_said_in_one_sentence(more: str, sentence: str) -> None:
    assert sentences(text(more)) == [sentence]


@pytest.mark.parametrize(
    ("replaced", "by", "sentence"),
    [
        (
            "Europe/Berlin",
            "Europe/Berln",
            (
                'plant.toml: site: timezone: found "Europe/Berln", expected a time zone by its IANA name'
                ' such as "Europe/London".'
            ),
        ),
        (
            "[site]",
            "[[site]]",
            "plant.toml: site: found a list of 1, expected one table headed [site].",
        ),
        (
            EARLY,
            "",
            "plant.toml: shift: found nothing, expected at least one [[shift]], or no line ever works.",
        ),
        (
            'name = "Line 1"',
            "name = 1",
            'plant.toml: line "line-1": name: found 1, expected text in quotes, 1 to 120 characters on one line.',
        ),
    ],
)
def test_problem_of_what_every_plant_has(replaced: str, by: str, sentence: str) -> None:
    assert sentence in sentences(text().replace(replaced, by))


def test_empty_plant_says_all_that_is_missing() -> None:
    assert sentences("") == [
        "the plant folder: site: found nothing, expected a table headed [site].",
        "the plant folder: area: found nothing, expected at least one [[area]].",
        "the plant folder: line: found nothing, expected at least one [[line]].",
        "the plant folder: shift: found nothing, expected at least one [[shift]], or no line ever works.",
    ]


def test_all_problems_come_at_once_and_each_names_its_file() -> None:
    files = {
        "1.toml": text().replace("rate = 60", "rate = 0\nunt = 5").replace('area = "hall"', 'area = "hell"'),
        "2.toml": '[[person]]\nid = "ann"\nname = ""\n[site]\nid = "again"\n' + shift("Late", "13:00", "22:00"),
        "3.toml": '[[person]]\nid = "ann"\nname = "Ann"\nlines = ["line-1", "line-2"]\n' + KPI,
    }
    said = sentences(files)
    assert [sentence.split(": found")[0] for sentence in said] == [
        '1.toml: line "line-1": rate',
        '1.toml: line "line-1": unt',
        '2.toml: person "ann": name',
        "2.toml: site: id",
        '1.toml: line "line-1": area',
        '3.toml: person "ann": lines',
        '3.toml: person "ann": id',
        '3.toml: kpi "k": formula, kpi',
        '2.toml: shift "Late"',
    ]


def test_unknown_key_does_not_hide_what_else_is_wrong_with_its_table() -> None:
    kpi = KPI + 'formla = "good"\ntargets = [{from = 2026-04-01, valu = 1}]'
    keys = [sentence.split(": found")[0].removeprefix('plant.toml: kpi "k": ') for sentence in sentences(text(kpi))]
    assert keys == ["targets[1].valu", "formla", "formula, kpi", "targets[1]"]


def test_rate_for_a_shift_the_line_does_not_work_is_named() -> None:
    more = (
        '[[line]]\nid = "line-2"\narea = "hall"\nname = "L"\n[[rate]]\nline = "line-2"\nshift = "Late"\nper_hour = 5\n'
    )
    shifts = EARLY + shift("Late", "14:00", "22:00", 'lines = ["line-1"]')
    assert sentences(text(more, shifts=shifts)) == [
        'plant.toml: rate "line-2": shift: found "Late", expected a shift that "line-2" works.'
    ]
