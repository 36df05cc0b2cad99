"""What the page and its script send."""

JSON = {"Accept": "application/json"}


def typed(**changes):
    return {
        "version": "0",
        "level": "4",
        "evidence": "Press 4, 9 September: kept the sequence.",
        "kind": "gemba",
    } | changes


def seen(**changes):
    return {"version": "0", "seen": "seen", "evidence": "Said so on 9 September."} | changes


def autosave(client, url, data):
    return client.post(url, data, headers=JSON)


def text_of(answer):
    return answer.content.decode()
