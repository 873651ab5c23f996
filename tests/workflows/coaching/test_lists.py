"""The versioned lists: the four sasaran, which Kubu Raya words otherwise, and what pays for a need."""

import pytest

from workflows.coaching.lists import AIMS, FUNDS, Choices, Item, label_in, nearest, published


@pytest.mark.parametrize("which", [AIMS, FUNDS])
def test_every_version_has_its_own_name_a_source_and_no_key_twice(which):
    lists = published(which)
    assert len({one.name for one in lists}) == len(lists)
    assert all(one.source for one in lists)
    assert all(len({item.key for item in one.items}) == len(one.items) for one in lists)


def test_kubu_rayas_four_sasaran_are_not_the_nations():
    nation, kubu_raya = nearest(published(AIMS), {"61"}), nearest(published(AIMS), {"61", "61.12"})
    assert (nation.name, kubu_raya.name) == ("nasional@1", "kubu_raya@1")
    assert len(nation.items) == len(kubu_raya.items) == 4
    assert "lingkungan" in nation.for_kind("desa")
    assert "lingkungan" not in kubu_raya.for_kind("desa")
    assert label_in(AIMS, "kubu_raya@1", "dokumen") != label_in(AIMS, "nasional@1", "dokumen")


def test_of_two_versions_the_newer_counts_and_the_older_keeps_its_words():
    lists = [Choices("nasional", n, "", "Contoh", (Item("a", f"kata {n}"),)) for n in (2, 1)]
    assert nearest(lists, set()).version == 2


def test_dana_desa_pays_in_a_desa_and_in_no_kelurahan():
    [funds] = published(FUNDS)
    assert "dana_desa" in funds.for_kind("desa")
    assert "dana_desa" not in funds.for_kind("kelurahan")
    assert "apbd" in funds.for_kind("kelurahan")
