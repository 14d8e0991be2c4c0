import Casework
import Kernel
import Office

extension Visit {
    func askPage() async throws -> Page {
        let opened = try await office.open(subject, as: actor)
        try Powers.require(.askRight, of: actor.role, as: opened.relation)
        let about = query(SiteURL.about).map { [("about", $0)] } ?? []
        return askPage(opened, FormState(FormFields([("kind", query("kind") ?? "")] + about + today.typed("on"))))
    }

    private func askPage(_ opened: OpenedCase, _ state: FormState) -> Page {
        let isOneself = opened.relation == .oneself
        let subject = opened.seen.id
        let page = Page(
            isOneself ? RightsWords.askTitle() : "What they ask about their record",
            trail: [
                opened.wayBack,
                Link(isOneself ? RightsWords.rights() : "Requests", to: SiteURL.rights(subject).address),
            ], failed: !state.errors.isEmpty
        ) {
            PostForm(to: SiteURL.ask(subject).address, seal: seal(keeping: state.fields), state: state) {
                if let entry = opened.entry(state.fields["about"], in: office) {
                    p { isOneself ? RightsWords.about() : "It is about this:" }
                    blockquote { entry.said }
                    hidden("about", entry.id)
                }
                Radios(
                    "kind", label: RightsWords.askKind(),
                    [
                        Choice(
                            RightsKind.access.rawValue, RightsWords.access(),
                            hint: RightsWords.accessHint()),
                        Choice(
                            RightsKind.correction.rawValue, RightsWords.putRightChoice(),
                            hint: RightsWords.putRightHint()),
                        Choice(
                            RightsKind.erasure.rawValue, RightsWords.erasure(),
                            hint: RightsWords.erasureHint()),
                    ], in: state)
                TextArea(
                    "words", label: isOneself ? RightsWords.words() : "In their own words",
                    hint:
                        RightsWords.wordsHint(),
                    optional: true, in: state)
                if !isOneself {
                    DayField("on", label: "When did they ask?", in: state)
                    Radios(
                        "how", label: "How did they tell you?",
                        ConsentRoute.allCases.filter { $0 != .online }.map { Choice($0.rawValue, $0.title) }, in: state)
                }
                Buttons {
                    SubmitButton(isOneself ? RightsWords.askButton() : "Record what they ask")
                    a(.href(SiteURL.rights(subject).address)) { RightsWords.cancel() }
                }
            }
        }
        return page.forReader(of: opened)
    }

    /// A copy that nobody has to read through first is given out at once.
    func ask(_ fields: FormFields) async throws -> FormOutcome {
        let opened = try await office.open(subject, as: actor)
        try Powers.require(.askRight, of: actor.role, as: opened.relation)
        let isOneself = opened.relation == .oneself
        do {
            let (right, id) = try FormReader.read(fields) { form in
                (try AskedRight(form, isOneself: isOneself, on: today), form.command)
            }
            let (asked, words, command) = (right.asked, right.words, Identifier<Command>(id))
            if asked.kind == .access {
                let (performed, isGivenOut) = try await office.askForCopy(
                    of: opened.seen.id, asked: asked, words: words, writing: CopyDocument.writing, as: actor,
                    command: command)
                // One press asks for it and brings it, where nobody has to read it first.
                let isFetched = isGivenOut && isOneself && fields["fetch"] == "yes"
                return .done(
                    isFetched
                        ? .copyPage(performed.file.id, Identifier(id)) : .request(performed.file.id, Identifier(id)),
                    isGivenOut ? .copyGiven : .askedForCopy)
            }
            let performed = try await office.perform(
                AskRight(asked, words: words), on: opened.seen.id, as: actor, id: command)
            return .done(.request(performed.file.id, Identifier(id)), .askedForRight)
        } catch let errors as FormErrors {
            return .again(askPage(opened, FormState(fields, errors: errors)))
        } catch let refusal as Refusal where refusal.code.hasPrefix("rights.") || refusal.code == "consent.how" {
            return .again(askPage(opened, FormState(fields).refused(refusal)))
        }
    }
}

extension OpenedCase {
    /// The entry that a correction is about, as its reader is told of it; nil where there is none that they read.
    func entry(_ id: String?, in office: Office) -> (id: String, said: String)? {
        guard let event = events.first(where: { $0.id.description == id }) else { return nil }
        let told = Casework.Timeline.entries(
            events, through: seen.sight, names: names, programmes: office.programmes, tools: office.tools,
            withWords: false)
        guard let entry = told.first(where: { $0.event == event.id }) else { return nil }
        let headline =
            relation == .oneself
            ? OwnJourneyWords.headline(event.fact, names: names, appointments: seen.appointments) : entry.headline
        return (id: event.id.description, said: RightsWords.entryOf(entry.day, headline))
    }
}

extension CalendarDay {
    /// The day as the three boxes of a form hold it.
    fileprivate func typed(_ name: String) -> [(String, String)] {
        [("\(name)-day", String(day)), ("\(name)-month", String(month)), ("\(name)-year", String(year))]
    }
}
