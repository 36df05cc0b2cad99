import struct

from vsm_portal.exporting import fonts


def test_a_segment_may_name_its_glyphs_one_by_one():
    """Two segments: a–c by a list (7, none, 9), and the closing one that every font has."""
    lists = [(0x63, 0xFFFF), (0,), (0x61, 0xFFFF), (1, 1), (4, 0), (7, 0, 9)]
    words = [number for part in lists for number in part]
    segments = struct.pack(f">7H{len(words)}H", 4, 0, 0, 4, 0, 0, 0, *words)
    assert fonts._segments(segments, 0) == {0x61: 8, 0x63: 10}
