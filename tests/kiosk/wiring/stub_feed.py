"""A feeds process that behaves as its assignment says: `python -m tests.kiosk.wiring.stub_feed`.

One word a source: "steady" prints a batch and waits for its acknowledgement, "dies" ends at once, "hangs" never ends,
"rubbish" prints a line that is no batch, "fails" says on standard error that a source fails, "deaf" answers nothing,
"chatty" talks before it answers, "eats" keeps 100 MiB, "bolts" wants 100 GiB at once and says how that went.
"""

import json
import sys
import threading

MIB = 1024 * 1024


def batch(number: int) -> bytes:
    """Return one batch without readings as a line."""
    said = {
        "source": "s",
        "number": number,
        "seen_at": "2026-11-20T12:00:00Z",
        "watermark": str(number),
        "readings": [],
    }
    return json.dumps(said).encode() + b"\n"


def begins(number: int, behaviour: str, kept: list[bytes]) -> bytes:
    """Do what a source does when it is started, and return what it prints."""
    if behaviour == "eats":
        kept += [b"x" * MIB for _ in range(100)]
    if behaviour == "bolts":
        print(json.dumps({"source": "s", "state": "failing", "said": bolted()}), file=sys.stderr, flush=True)
    if behaviour == "hangs":
        threading.Event().wait()
    if behaviour == "fails":
        print("a library talks", file=sys.stderr)
        print(json.dumps({"source": "s", "state": "failing", "said": "is away"}), file=sys.stderr, flush=True)
        tries = {"source": "s", "said": "is away", "tries": "2026-11-20T12:00:30+00:00"}
        print(json.dumps(tries), file=sys.stderr, flush=True)
    return b"rubbish\n" if behaviour == "rubbish" else batch(number)


def main() -> int:
    """Behave."""
    line = sys.stdin.buffer.readline()
    sources = json.loads(line)["sources"] if line else []
    out = sys.stdout.buffer
    kept: list[bytes] = []
    for number, behaviour in enumerate(sources, 1):
        if behaviour == "dies":
            return 3
        out.write(begins(number, behaviour, kept))
        out.flush()
    for line in sys.stdin.buffer:
        heard = json.loads(line)
        if "ack" in heard and heard["ack"] < 100:
            out.write(batch(heard["ack"] + 100))
            out.flush()
        if "beat" in heard and "deaf" not in sources:
            talk = "a library talks without an end of line\n" if "chatty" in sources else ""
            print(talk + json.dumps(heard), file=sys.stderr, flush=True)
    return 0


def bolted() -> str:
    """Want far too much at once."""
    try:
        return str(len(b"x" * 100 * 1024**3))
    except MemoryError:
        return "there is not so much"


if __name__ == "__main__":
    sys.exit(main())
