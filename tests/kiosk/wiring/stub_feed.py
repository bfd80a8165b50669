"""A feeds process that behaves as its assignment says: `python -m tests.kiosk.wiring.stub_feed`.

One word a source: "steady" prints a batch and waits for its acknowledgement, "dies" ends at once, "hangs" never ends,
"rubbish" prints a line that is no batch, "fails" says on standard error that a source fails.
"""

import json
import sys
import threading


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


def main() -> int:
    """Behave."""
    told = json.loads(sys.stdin.buffer.readline())
    out = sys.stdout.buffer
    for number, behaviour in enumerate(told["sources"], 1):
        if behaviour == "dies":
            return 3
        if behaviour == "hangs":
            threading.Event().wait()
        if behaviour == "fails":
            print("a library talks", file=sys.stderr)
            print(json.dumps({"source": "s", "state": "failing", "said": "is away"}), file=sys.stderr, flush=True)
        out.write(b"rubbish\n" if behaviour == "rubbish" else batch(number))
        out.flush()
    for line in sys.stdin.buffer:
        out.write(batch(json.loads(line)["ack"] + 100))
        out.flush()
        if json.loads(line)["ack"] >= 100:
            break
    sys.stdin.buffer.read()
    return 0


if __name__ == "__main__":
    sys.exit(main())
