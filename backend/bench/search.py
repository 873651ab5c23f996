"""*Cari* over the whole nation's villages and a hundred thousand files, against the hand-written statements alone."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from django.db import connection

from backend.places.finding import find
from workflows.organisation.models import Mandate, Office, Region
from workflows.organisation.territory import DEFAULT_FOLDER, load

from .ground import SIGNATORY, Ground, analyze
from .measure import Figure, Work, race

QUESTIONS = ["Sekincau", "18.04.04", "B/77/CONTOH", "penetapan sekincau", "Sekinau"]
"""A place, a code, a number, words, and a slip of the pen."""

VILLAGES = """
WITH parent AS (SELECT id, zone FROM organisation_region WHERE level = 'district' ORDER BY id LIMIT 1), made AS (
    INSERT INTO organisation_region (parent_id, level, kind, name, zone, path)
    SELECT parent.id, 'village', 'desa', 'Contoh ' || md5(n::text), parent.zone, 'contoh ' || n
    FROM parent, generate_series(1, %s - (SELECT count(*) FROM organisation_region WHERE level = 'village')) n
    RETURNING id, name)
INSERT INTO organisation_regionname (region_id, name) SELECT id, name FROM made
"""
FILES = """
INSERT INTO core_file (kind, title, region_id, zone, office_id, drafted_by_id, version, example, token)
SELECT 'letter', 'Contoh penetapan ' || r.name || ' ' || n, r.id, r.zone, %s, %s, 0, true, substr(md5(n::text), 1, 22)
FROM generate_series(1, %s) n
JOIN (SELECT *, row_number() OVER (ORDER BY id) AS place FROM organisation_region WHERE level = 'village') r
    ON r.place = 1 + (n %% (SELECT count(*) FROM organisation_region WHERE level = 'village'))
"""
RAW = """
SELECT 'region', r.id FROM organisation_regionname n JOIN organisation_region r ON r.id = n.region_id
    WHERE upper(n.name) LIKE upper(%(like)s) AND r.path >= %(first)s AND r.path < %(last)s
UNION ALL SELECT 'code', c.region_id FROM organisation_regioncode c WHERE c.code LIKE %(begins)s
UNION ALL SELECT 'number', n.id FROM decrees_decreenumber n
    WHERE string_to_array(siklus_number_key(n.text), ' ') @> string_to_array(siklus_number_key(%(words)s), ' ')
UNION ALL SELECT 'file', f.id FROM core_file f WHERE siklus_words(f.title) @@ websearch_to_tsquery('indonesian', %(words)s)
LIMIT 36
"""


def search(ground: Ground, villages: int, files: int, runs: int) -> Figure:
    """The regent of Lampung Barat asks each question `runs` times. Names beyond the shipped regencies are made up."""
    load(DEFAULT_FOLDER, date(2020, 1, 1), whole_nation=False)
    with connection.cursor() as cursor:
        cursor.execute(VILLAGES, [villages])
        cursor.execute(FILES, [ground.staff.office_id, ground.staff.person_id, files])
    regency = Region.objects.get(codes__code="18.04", codes__until=None)
    Office.objects.filter(pk=ground.by[SIGNATORY].office_id).update(region=regency)
    analyze()
    by = Mandate.objects.select_related("office__region", "acts_for__region").get(pk=ground.by[SIGNATORY].pk)
    figure = race("search", list(pairs(by, regency, runs)))
    return replace(figure, details=figure.details | {"villages": villages, "files": files})


def pairs(by: Mandate, regency: Region, runs: int) -> Iterator[tuple[Work, Work]]:
    for words in QUESTIONS * runs:
        yield partial(find, words, [by]), partial(raw, words, regency)


def raw(words: str, regency: Region) -> None:
    given = {"words": words, "like": f"%{words}%", "begins": f"{words}%", "first": regency.path, "last": f"{regency.path[:-1]}0"}
    with connection.cursor() as cursor:
        cursor.execute(RAW, given)
        cursor.fetchall()
