"""The keys by which names are found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.participants.rules import search_keys, search_terms, spoken_forms


def finds(typed: str, name: str) -> bool:
    keys = search_keys(name)
    return all(any(key.startswith(term) for key in keys) for term in search_terms(typed))


def test_a_chinese_name_has_its_tails_its_pinyin_and_its_initials_as_keys():
    assert search_keys("王小明") == {
        "王小明", "小明", "明", "wangxiaoming", "xiaoming", "ming", "wxm"
    }  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "王",
        "王小",
        "小明",
        "明",
        "wang",
        "WangXiao",
        "wang xiaoming",
        "xiao ming wang",
        "wxm",
        "王 明",
    ],
)
def test_a_chinese_name_is_found_by_any_of_its_forms(typed):
    assert finds(typed, "王小明")


@pytest.mark.parametrize("typed", ["李小明", "wangming", "wmx", "王大"])
def test_another_name_is_not_found(typed):
    assert not finds(typed, "王小明")


@pytest.mark.parametrize(
    ("name", "pinyin"),
    [
        ("单田芳", "shantianfang"),
        ("曾国藩", "zengguofan"),
        ("解缙", "xiejin"),
        ("仇英", "qiuying"),
        ("区寄", "ouji"),
        ("查良镛", "zhaliangyong"),
        ("任正非", "renzhengfei"),
        ("翟志刚", "zhaizhigang"),
        ("朴树", "piaoshu"),
        ("尉迟恭", "yuchigong"),
        ("单于夫罗", "chanyufuluo"),
        ("万俟卨", "moqixie"),
        ("长孙无忌", "zhangsunwuji"),
        ("欧阳修", "ouyangxiu"),
        ("司马迁", "simaqian"),
    ],
)
def test_surnames_are_read_as_surnames(name, pinyin):
    assert pinyin in search_keys(name)


def test_a_surname_with_two_readings_is_found_by_both():
    assert {"qinhui", "tanhui"} <= search_keys("覃慧")


@pytest.mark.parametrize("typed", ["lvmeng", "lumeng", "lyumeng", "lü", "Lǚ"])
def test_umlauts_are_found_in_every_usual_spelling(typed):
    assert finds(typed, "吕蒙")


@pytest.mark.parametrize("typed", ["阿依古丽", "买买提", "阿依古丽·买买提", "阿依古丽买买提"])
def test_a_name_with_a_middle_dot_is_found_by_either_part(typed):
    assert finds(typed, "阿依古丽·买买提")


@pytest.mark.parametrize(
    "typed", ["maria", "GARCÍA", "garcia lop", "lopez maria", "María-José", "mariajose"]
)
def test_a_latin_name_is_found_by_each_of_its_words_whatever_accents(typed):
    assert finds(typed, "María-José García López")


def test_a_chinese_name_and_its_romanized_form_sound_alike_in_either_order():
    assert spoken_forms("王小明") & spoken_forms("Wang Xiaoming")
    assert spoken_forms("王小明") & spoken_forms("Xiaoming Wang")
    assert spoken_forms("单小明") & spoken_forms("Shan Xiao-Ming")
    assert not spoken_forms("王小明") & spoken_forms("Wang Daming")


def test_a_very_long_name_has_bounded_keys():
    keys = search_keys("王" * 120)

    assert len(keys) <= 30
    assert max(map(len, keys)) <= 160


@given(st.text(min_size=1, max_size=120))
def test_every_name_is_found_by_itself(name):
    assert finds(name, name)


@given(st.text(max_size=300))
def test_a_search_has_few_terms_of_bounded_length(text):
    terms = search_terms(text)

    assert len(terms) <= 5
    assert all(0 < len(term) <= 160 for term in terms)
