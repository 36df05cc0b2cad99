import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsm_portal.exporting.inert import as_written, encodable, inert, legal_in_xml

from .hostile import FORMULAS


@pytest.mark.parametrize("text", [*FORMULAS, " =1", "\ufeff=1", "\u3000＝1"])
def test_a_text_that_could_run_gets_a_quotation_mark(text):
    assert inert(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a=b", "3-5", "'s Hertogenbosch", "Ana", "日本"])
def test_any_other_text_stays_as_it_is(text):
    assert inert(text) == text
    assert as_written(text) == text


@given(st.text(alphabet=st.sampled_from("'=+-@＝\t\n \u200bab")))
def test_what_was_written_comes_back(text):
    assert as_written(inert(text)) == text


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_signs_that_a_file_cannot_hold_stay_visible(text):
    assert len(encodable(text).encode()) >= len(text)
    assert legal_in_xml(text).count("□") >= text.count("\0") + text.count("\ufffe")
