"""Messages as files: taken by one, given back by the dead, never half there."""

import multiprocessing
import os
import time
from queue import Empty

import pytest

from vsm_portal.message_folder import ABANDONED, MessageFolder, _safe


@pytest.fixture
def folder(tmp_path):
    folder = MessageFolder(tmp_path)
    yield folder
    folder.close()


def message(word):
    return {"body": word, "properties": {}}


def words(folder, queue="portal"):
    found = []
    while folder.size(queue):
        found.append(folder.take(queue)[1]["body"])
    return found


def test_messages_come_out_oldest_first(folder):
    for word in ("first", "second", "third"):
        folder.put("portal", message(word))
    assert words(folder) == ["first", "second", "third"]


def test_an_empty_queue_says_so(folder):
    with pytest.raises(Empty):
        folder.take("portal")


def test_queues_do_not_see_each_other_and_their_names_stay_in_the_folder(folder, tmp_path):
    folder.put("../outside", message("one"))
    with pytest.raises(Empty):
        folder.take("portal")
    assert folder.take("../outside")[1]["body"] == "one"
    assert {path.name for path in tmp_path.iterdir()} == {"writing", "waiting", "taken"}
    assert not (tmp_path / "outside").exists()
    assert _safe("../b") == "%2E%2E%2Fb"


def test_a_taken_message_is_taken_once(folder, tmp_path):
    folder.put("portal", message("one"))
    folder.take("portal")
    with pytest.raises(Empty):
        MessageFolder(tmp_path).take("portal")


def test_done_leaves_nothing_behind(folder, tmp_path):
    folder.put("portal", message("one"))
    tag, _ = folder.take("portal")
    folder.done(tag)
    folder.give_back(tag)
    assert list(tmp_path.rglob("*.json")) == []


def test_a_message_given_back_is_the_next_one_again(folder):
    folder.put("portal", message("first"))
    folder.put("portal", message("second"))
    tag, _ = folder.take("portal")
    folder.give_back(tag)
    assert words(folder) == ["first", "second"]


@pytest.mark.parametrize("spoilt", [b"", b'{"body": "hal', b"\xff\xfe", b"[]", b'{"body": "x"}'])
def test_a_file_that_is_no_message_is_put_aside_and_the_next_is_taken(folder, tmp_path, spoilt):
    folder.put("portal", message("first"))
    next((tmp_path / "waiting" / "portal").iterdir()).write_bytes(spoilt)
    folder.put("portal", message("second"))
    assert words(folder) == ["second"]
    assert [file.read_bytes() for file in (tmp_path / "spoiled").iterdir()] == [spoilt]


def test_a_message_that_is_being_written_is_not_there_yet(folder, tmp_path):
    (tmp_path / "writing").mkdir()
    (tmp_path / "writing" / "0-a.json").write_text('{"body": "hal')
    assert folder.size("portal") == 0
    folder.give_back_of_the_dead()
    assert (tmp_path / "writing" / "0-a.json").exists()


def test_a_draft_whose_writer_died_is_swept_away(folder, tmp_path):
    (tmp_path / "writing").mkdir()
    draft = tmp_path / "writing" / "0-a.json"
    draft.touch()
    os.utime(draft, times=(time.time() - ABANDONED - 1,) * 2)
    folder.give_back_of_the_dead()
    assert not draft.exists()


def _take_one_and(end, root, ready, go_on):
    alive = MessageFolder(root)
    alive.take("portal")
    ready.set()
    go_on.wait(10)
    end(0)


def _elsewhere(root):
    """Another process that has taken one message, and the event that lets it end."""
    context = multiprocessing.get_context("spawn")
    ready, go_on = context.Event(), context.Event()
    process = context.Process(target=_take_one_and, args=(os._exit, root, ready, go_on))
    process.start()
    assert ready.wait(10)
    return process, go_on


def test_what_a_living_worker_holds_is_left_to_it_and_what_a_dead_one_held_comes_back(
    folder, tmp_path
):
    folder.put("portal", message("one"))
    process, go_on = _elsewhere(tmp_path)
    assert folder.give_back_of_the_dead() == 0
    go_on.set()
    process.join(10)
    assert folder.give_back_of_the_dead() == 1
    assert words(folder) == ["one"]
    assert [worker.name for worker in (tmp_path / "taken").iterdir()] == [folder.worker]


def test_what_was_taken_before_closing_comes_back_in_the_same_process(folder, tmp_path):
    folder.put("portal", message("one"))
    folder.take("portal")
    another = MessageFolder(tmp_path)
    assert another.give_back_of_the_dead() == 0
    folder.close()
    assert another.give_back_of_the_dead() == 1


def test_purging_empties_one_queue_and_says_how_many_went(folder):
    folder.put("portal", message("one"))
    folder.put("portal", message("two"))
    folder.put("other", message("three"))
    assert folder.purge("portal") == 2
    assert (folder.size("portal"), folder.size("other")) == (0, 1)
