"""A person has a copy of everything held about them, has it put right, and is erased when they ask."""

import json
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from browser import DESKTOP, PHONE, enter, look, new_context, new_page, sign_in
from conftest import OpenPage
from erasing import found, restored, run
from forms import choose, code_for, fill, fill_day, follow, mark, press, register, says, somebody_new
from program import demonstration


def download(page: Page, words: str) -> str:
    """What a link brings."""
    with page.expect_download() as coming:
        page.get_by_role("main").get_by_role("link", name=words).click()
    return Path(coming.value.path()).read_text()


def test_a_person_has_their_copy_with_one_click(open_page: OpenPage, tmp_path: Path) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    phone = open_page(PHONE)
    enter(phone, code_for(dana, customer))
    follow(phone, "A copy of my record")
    look(phone, "rights-own")
    with phone.expect_download() as coming:
        phone.get_by_role("button", name="Get a copy of my record now", exact=True).click()
    html = Path(coming.value.path()).read_text()
    assert "<script" not in html
    assert "these people are made up" in html
    phone.reload()
    says(phone, "The copy was given out on")
    expect(phone.get_by_role("link", name="Download the copy")).to_have_count(1)
    follow(phone, "Open this request")
    look(phone, "rights-given")
    assert "http" not in html.replace("ico.org.uk", "")
    assert download(phone, "Download the copy") == html, "What was given out is given out again"
    data = json.loads(download(phone, "Download it as data"))
    assert data["about"]["covered"] == 0
    assert data["about"]["made up"] is True
    assert any(section["title"] == "Who looked at your record" for section in data["sections"])
    assert any(entry["kind"] == "customer.registered" for entry in data["entries"])
    file = tmp_path / "record.html"
    file.write_text(html)
    copy = open_page()
    copy.goto(f"file://{file}")
    look(copy, "rights-copy")


def test_words_about_somebody_else_are_read_first(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    dana.goto(customer + "/sharing")
    follow(dana, "Ask to share")
    choose(dana, "Which organisation?", "Ashcombe College")
    mark(dana, "What may it see?", "The action plan")
    mark(dana, "What is it for?", "To find you a course and help you finish it")
    fill(dana, "Why do you ask?", "Her neighbour Oriel thinks that she should.")
    press(dana, "Check the answers")
    press(dana, "Ask")
    phone = open_page(PHONE)
    enter(phone, code_for(dana, customer))
    follow(phone, "A copy of my record")
    press(phone, "Get a copy of my record now")
    says(phone, "Somebody reads the record through first")
    expect(phone.get_by_role("link", name="Download")).to_have_count(0)
    request = phone.url.split("?")[0]
    phone.goto(request.rsplit("/", 1)[0])
    says(phone, "To be answered by")
    expect(phone.get_by_role("button", name="Get a copy of my record now")).to_have_count(0)

    farah = open_page(user="farah")
    farah.goto("/requests")
    look(farah, "rights-list")
    farah.goto(request)
    says(farah, "1 waits", "Her neighbour Oriel thinks that she should.")
    look(farah, "rights-review")
    assert "Oriel" not in download(farah, "Look at the draft")
    press(farah, "Save what is decided")
    says(farah, "Nothing is different")
    choose(farah, "Text 1: does it stay? (optional)", "Cover it: it is about somebody else")
    press(farah, "Save what is decided")
    says(farah, "What was decided is saved.", "1 is covered")
    look(farah, "rights-decided")
    press(farah, "Give the copy out")
    says(farah, "The copy is given out.", "1 text is covered")

    phone.goto(request)
    html = download(phone, "Download the copy")
    assert "Oriel" not in html
    assert "It is about somebody else" in html


def test_a_correction_is_asked_refused_and_stated(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    dana.goto(customer + "/requests")
    follow(dana, "Record what they ask")
    mark(dana, "What is asked for?", "Something put right")
    mark(dana, "How did they tell you?", "By phone")
    press(dana, "Record what they ask")
    says(dana, "Say what is wrong, and what is right.")
    fill(dana, "In their own words (optional)", "I came on Tuesday.")
    press(dana, "Record what they ask")
    says(dana, "you will have an answer within one month", "I came on Tuesday.")
    request = dana.url.split("?")[0]

    farah = open_page(user="farah")
    farah.goto(request)
    follow(farah, "Refuse, with the reason")
    mark(farah, "Why is it refused?", "It is what was said or seen on the day")
    fill(farah, "What do you tell them?", "Two people wrote the same.")
    look(farah, "rights-refuse")
    press(farah, "Refuse, and tell them why")
    says(farah, "Refused on", "Two people wrote the same.")

    dana.goto(request)
    follow(dana, "Add a statement")
    look(dana, "rights-state")
    fill(dana, "In the person's own words", "I was there, and the door was shut.")
    press(dana, "Add this statement")
    says(dana, "The statement stands beside", "the door was shut")
    look(dana, "rights-statement")


def test_a_person_is_erased_and_told_what_stays(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    dana.goto(customer)
    name = dana.get_by_role("heading", level=1).inner_text()
    dana.goto(customer + "/requests/new")
    mark(dana, "What is asked for?", "To be erased")
    fill_day(dana, "When did they ask?", "8 8 2012")
    mark(dana, "How did they tell you?", "On a signed form")
    press(dana, "Record what they ask")
    expect(dana.get_by_role("button", name="Erase this person")).to_have_count(0)

    farah = open_page(user="farah")
    farah.goto(dana.url.split("?")[0])
    says(farah, "Nothing brings back what is erased", "Papers and words kept with it", "may show a name")
    classes = farah.get_by_role("group", name="What goes?").get_by_role("checkbox")
    assert [classes.nth(place).is_checked() for place in range(4)].count(True) == 3
    look(farah, "rights-erase")
    press(farah, "Erase this person")
    says(farah, "Tell the person what goes and what stays")
    # What came to the record meanwhile was not seen by whoever decides.
    dana.goto(customer + "/do/language")
    mark(dana, "Which language do they read?", "Welsh")
    press(dana, "Record the language")
    sure = farah.get_by_role("checkbox", name="The person has been told what goes and what stays")
    sure.check()
    press(farah, "Erase this person")
    says(farah, "Something was recorded about this person meanwhile")
    sure.check()
    press(farah, "Erase this person")
    # They read Welsh, so that is how they are told; the proof is there to be kept.
    says(farah, "Erased. Nothing of it can be brought back.", "Cadwn y prawf", "Gallant ddangos enw")
    says(farah, "The key to name, birth date, number and contacts was destroyed", "Digest of this proof:")
    look(farah, "rights-erased")

    dana.goto(f"/search?q={name.replace(' ', '+')}")
    says(dana, "Nobody here matches")
    dana.goto(customer)
    expect(dana.locator("body")).not_to_contain_text(name)


def test_a_correction_is_asked_made_and_answered(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    phone = open_page(PHONE)
    enter(phone, code_for(dana, customer))
    follow(phone, "A copy of my record")
    follow(phone, "Ask for something")
    mark(phone, "What is asked for?", "Something put right")
    look(phone, "rights-ask")
    fill(phone, "In your own words (optional)", "My phone number is 01632 960456.")
    press(phone, "Ask for this")
    says(phone, "We have written it down, and you will have an answer within one month.", "01632 960456")
    request = phone.url.split("?")[0]

    farah = open_page(user="farah")
    farah.goto("/requests")
    says(farah, "A correction")
    farah.goto(request)
    follow(farah, "It has been put right")
    says(farah, "Nothing has been recorded since they asked.")

    dana.goto(customer)
    follow(dana, "Correct the details")
    fill(dana, "Phone number (optional)", "01632 960456")
    press(dana, "Save the corrected details")
    says(dana, "What stood before is kept.")

    farah.goto(request)
    follow(farah, "It has been put right")
    choose(farah, "Which entry put it right?", "Details put right")
    look(farah, "rights-put-right")
    press(farah, "Answer with this correction")
    says(farah, "Answered: it has been put right.", "Put right on")
    expect(farah.get_by_role("link", name="It has been put right")).to_have_count(0)

    phone.reload()
    says(phone, "Put right on", "What stood before is kept beside it.")
    look(phone, "rights-answered")


def test_an_older_backup_brings_nothing_of_an_erased_person_back(
    chromium: Browser, binary: Path, tmp_path: Path
) -> None:
    """Names, addresses and notes are looked for byte by byte: in the store, in the restored copy and in the exports."""
    folder = tmp_path / "data"
    store = f"sqlite:{folder}/throughline.sqlite"
    words = [
        "Quillfeather",
        "Nowhere Lane",
        "960987",
        "zebedee@example.org",
        "keeps bees",
        "QQ 98 76 54 C",
        "QQ987654C",
    ]

    with demonstration(binary, tmp_path, 3) as program:
        page = new_page(new_context(chromium, program.address, DESKTOP), scripts=False)
        sign_in(page, program.people["dana"])
        page.goto("/customers/new")
        fill(page, "First name", "Zebedee")
        fill(page, "Family name", "Quillfeather")
        fill_day(page, "Birth date", "3 4 1980")
        fill(page, "National insurance number (optional)", "QQ 98 76 54 C")
        fill(page, "Address (optional)", "9 Nowhere Lane")
        fill(page, "Phone number (optional)", "01632 960987")
        fill(page, "E-mail address (optional)", "zebedee@example.org")
        press(page, "Register this customer")
        says(page, "Registered.")
        customer = page.url.split("?")[0]
        page.goto(customer + "/sharing")
        follow(page, "Ask to share")
        choose(page, "Which organisation?", "Ashcombe College")
        mark(page, "What may it see?", "The action plan")
        mark(page, "What is it for?", "To find you a course and help you finish it")
        fill(page, "Why do you ask?", "He keeps bees on the roof.")
        press(page, "Check the answers")
        press(page, "Ask")
        says(page, "Asked.")
        page.context.close()
    case = customer.rsplit("/", 1)[1]
    backup = tmp_path / "older.backup"
    run(binary, "backup", str(backup), "--database", store)
    assert found(words, folder), "They were there before"

    run(binary, "erase", case, "--yes", "--database", store)
    assert found(words, folder) == []
    run(binary, "verify", "--database", store)

    copy = tmp_path / "restored"
    older = restored(binary, backup, folder, copy)
    run(binary, "rebuild", "--database", older)
    exports = [
        run(binary, *command, "--database", place)
        for place in (store, older)
        for command in (["export", "events"], ["export", "draws"], ["export", "sar", case, "--as", "json", "--draft"])
    ]
    assert case in exports[0]
    assert case in exports[3]
    assert found(words, folder, copy, *exports) == []
