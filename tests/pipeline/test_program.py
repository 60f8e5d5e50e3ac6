from oped_audio.pipeline import program as stamping
from oped_audio.pipeline.program import program


def stamp():
    return program.__wrapped__()


def test_the_same_program_has_the_same_stamp():
    assert stamp() == program()


def test_code_data_and_what_is_installed_change_it(monkeypatch, tmp_path):
    (tmp_path / "package/data").mkdir(parents=True)
    (tmp_path / "package/code.py").write_text("one")
    (tmp_path / "package/data/words.txt").write_text("one")
    (tmp_path / "package/code.pyc").write_text("one")
    (tmp_path / "site/lxml-5.0.dist-info").mkdir(parents=True)
    monkeypatch.setattr(stamping, "_PACKAGE", tmp_path / "package")
    monkeypatch.setattr("sys.path", [str(tmp_path / "site"), str(tmp_path / "nowhere")])
    stamps = [stamp()]
    for name in ("code.py", "data/words.txt", "more.py"):
        (tmp_path / "package" / name).write_text("two")
        stamps.append(stamp())
    (tmp_path / "site/lxml-5.0.dist-info").rename(tmp_path / "site/lxml-6.0.dist-info")
    stamps.append(stamp())
    (tmp_path / "ffmpeg").write_text("another")
    (tmp_path / "ffmpeg").chmod(0o755)
    monkeypatch.setattr(stamping, "executable", lambda: str(tmp_path / "ffmpeg"))
    stamps.append(stamp())
    assert len(set(stamps)) == len(stamps)
    (tmp_path / "package/code.pyc").write_text("two")
    assert stamp() == stamps[-1]
