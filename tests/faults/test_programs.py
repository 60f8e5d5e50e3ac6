"""ffmpeg and the engine: they crash, fail, hang, or give less than they should."""

import resource


def test_ffmpeg_goes_wrong(bench, chance, ffmpeg):
    how = chance.choice(["crash", "fail", "short", "nothing"])
    environment = ffmpeg(how, chance.choice([1, 2, 1000]))
    assert bench.end(bench.start(environment=environment)).code == 6
    bench.holds()


def test_the_engine_takes_its_process_with_it(bench, chance, staged):
    """Once or twice, and it is gone on with; always, and that is told."""
    how, times = chance.choice(["die", "crash"]), chance.choice([1, 2, 1000])
    staged.tell(at="Three of the Two", how=how, times=times)
    outcome = bench.end(bench.start())
    assert outcome.code == (4 if times == 1000 else 0)
    staged.tell()
    bench.holds()


def test_the_engine_fails(bench, chance, staged):
    how = chance.choice(["raise", "memory", "short", "silent"])
    at = chance.choice(["Two of the One", "Three of the Two", "Six of the Two"])
    staged.tell(at=at, how=how, times=1000)
    outcome = bench.end(bench.start())
    assert outcome.code == 4
    assert "could not be narrated" in outcome.err
    staged.tell()
    bench.holds()


def test_memory_is_short(bench, chance):
    """Of addresses, which a machine counts more easily than what is used of them."""
    size = chance.randrange(300, 1500) << 20
    limit = (size, size)
    process = bench.start(preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, limit))
    bench.end(process)
    bench.holds()
