import Casework
import Kernel
import Office

/// One thing a person asked about their own record, with what can be done about it.
struct RequestPage {
    /// As many texts as are decided on at once.
    static let textsAtOnce = 40

    let visit: Visit
    let opened: OpenedCase
    let request: RightsRequest
    /// What is read through before the copy is given out, for whoever does that. The copy itself is made where it is
    /// fetched, and its digests where it is given out.
    let review: CopyReview?
    /// Whether a copy was given out that its reader may have.
    let isToHave: Bool
    /// The proof of each erasure of the record, in order, for whoever may erase.
    let proofs: [ErasureProof]

    static func load(_ visit: Visit) async throws -> RequestPage {
        let opened = try await visit.office.open(visit.subject, as: visit.actor)
        let id: Identifier<RightsRequest> = try visit.identifier("item")
        guard let request = opened.seen.rights?.find(id) else {
            throw Refusal("case.none", "There is no such request here. Open it from the list of requests.")
        }
        let mayRead = Powers.grant(.readCopy, to: visit.actor.role, as: opened.relation) != nil
        let isCopy = request.asked.kind == .access && mayRead
        let review =
            isCopy && opened.relation != .oneself
            ? try await visit.office.review(of: opened.seen.id, answering: id, as: visit.actor) : nil
        let mayErase = Powers.grant(.eraseRecord, to: visit.actor.role, as: opened.relation) != nil
        let proofs =
            request.asked.kind == .erasure && mayErase && !opened.seen.erasures.isEmpty
            ? try await visit.office.erasureProofs(of: opened.seen.id) : []
        return RequestPage(
            visit: visit, opened: opened, request: request, review: review,
            isToHave: isCopy && request.release != nil, proofs: proofs)
    }

    var subject: Identifier<CaseFile> { opened.seen.id }
    var address: String { SiteURL.request(subject, request.id).address }
    var offers: OfferedForms {
        OfferedForms(actor: visit.actor, relation: opened.relation, subject: subject, isPast: false)
    }
    /// Whether the copy that was given out stands as it was.
    var standsAsGiven: Bool { request.standsAsGiven(in: opened.events) }
    private var isOneself: Bool { opened.relation == .oneself }
    private var mayAnswer: Bool { Powers.grant(.answerRight, to: visit.actor.role, as: opened.relation) != nil }

    /// The texts and papers to decide on, the undecided first.
    var texts: [CopyText] {
        guard let review else { return [] }
        return Array((review.waiting.isEmpty ? review.reviewed : review.waiting).prefix(Self.textsAtOnce))
    }

    func page(_ state: FormState = FormState()) -> Page {
        let page = Page(
            request.asked.kind.said,
            trail: [
                opened.wayBack,
                Link(
                    isOneself ? RightsWords.rights() : "Requests", to: SiteURL.rights(subject).address),
            ], failed: !state.errors.isEmpty, width: request.asked.kind == .access && mayAnswer ? .wide : .text
        ) {
            SummaryList {
                SummaryRow(RightsWords.asked()) {
                    RightsWords.askedHow(request.asked.on, request.asked.how.said(toOneself: isOneself))
                }
                SummaryRow(RightsWords.answer()) { request.stands }
                if let entry = opened.entry(request.asked.about?.description, in: visit.office) {
                    SummaryRow(isOneself ? RightsWords.which() : "About") { entry.said }
                }
                if let words = request.words.value {
                    SummaryRow(isOneself ? RightsWords.inYourWords() : "In their words") { words.text }
                }
                if let statement = request.statement?.words.value {
                    SummaryRow(isOneself ? RightsWords.yourStatement() : "Their statement") { statement.text }
                }
            }
            if request.asked.kind == .access { access(state) }
            if request.answer == nil {
                answers(state)
            } else if !isOneself, request.hasLetter {
                AnswerLetterLinks(
                    seen: opened.seen, item: request.id.description, about: "with this answer",
                    wish: PrintWish(opened.seen, tools: visit.office.tools))
            }
            ErasureProofs(proofs: proofs, erasures: opened.seen.erasures, language: opened.seen.language ?? .english)
            if case .refused = request.answer, request.statement == nil {
                OfferedButtons {
                    offers.link(.statement, RightsWords.addStatement(), item: request.id.description, primary: true)
                }
            }
        }
        return page.forReader(of: opened)
    }

    // MARK: A copy

    @HTMLBuilder private func access(_ state: FormState) -> some HTML {
        if isToHave {
            if !standsAsGiven {
                NoticeBox(.attention) {
                    RightsWords.changedSince()
                }
            }
            Buttons {
                LinkButton(
                    RightsWords.download(), to: SiteURL.copyPage(subject, request.id).address,
                    primary: true)
                LinkButton(RightsWords.downloadData(), to: SiteURL.copyData(subject, request.id).address)
            }
        } else if let review {
            reading(review, state)
        }
    }

    @HTMLBuilder private func reading(_ review: CopyReview, _ state: FormState) -> some HTML {
        p {
            Link("Look at the draft", to: SiteURL.copyPage(subject, request.id).address)
            ". Texts and papers that wait are covered in it."
        }
        if mayAnswer {
            if review.waiting.isEmpty {
                PostForm(to: address, seal: visit.seal(seen: opened.seen.sequence)) {
                    p {
                        "Every text has been decided on: \(review.covered) \(review.covered == 1 ? "is" : "are") covered. "
                        "What is given out is on record with its digest."
                    }
                    Buttons { SubmitButton("Give the copy out", choice: ("do", "release")) }
                }
            }
            if !texts.isEmpty {
                Section("Texts that may speak of somebody else", id: "texts") {
                    p {
                        review.waiting.isEmpty
                            ? "Each has been decided on. You may still change it."
                            : "\(review.waiting.count == 1 ? "1 waits" : "\(review.waiting.count) wait"). Read each one: does it stay, or is it covered, and why? The person's own words and staff at work are not in this list. Open each paper before you decide."
                    }
                    PostForm(
                        to: address, seal: visit.seal(seen: opened.seen.sequence, keeping: state.fields), state: state
                    ) {
                        ForEach(Array(texts.enumerated())) { place, text in
                            decision(place, text, review, state)
                        }
                        Buttons { SubmitButton("Save what is decided", choice: ("do", "review")) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func decision(
        _ place: Int, _ text: CopyText, _ review: CopyReview, _ state: FormState
    ) -> some HTML {
        let entry = review.entries.first { $0.event.id == text.place.event }
        div(.class("review")) {
            h3 { "\(text.event.day.written): \(entry?.told.headline ?? "")" }
            if text.place.isPaper {
                p { Link("Open the paper that was kept", to: SiteURL.document(subject, digest: text.text).address) }
            } else {
                blockquote { text.text }
            }
            p(.class("hint")) { "\(text.label). \(entry?.by ?? "")" }
            hidden("place-\(place)", "\(text.place.event)/\(text.place.path)")
            Select(
                "text-\(place)", label: "Text \(place + 1): does it stay?", optional: true,
                CopyReason.allCases.map {
                    Choice($0.rawValue, "\($0.covers ? "Cover it" : "It stays"): \($0.title.inSentence)")
                }, in: shown(place, text, state))
        }
    }

    /// What was decided before stands in the field until something else is chosen.
    private func shown(_ place: Int, _ text: CopyText, _ state: FormState) -> FormState {
        guard state.fields["text-\(place)"] == nil, let decided = request.decisions[text.place] else { return state }
        return FormState(
            state.fields.setting("text-\(place)", to: decided.reason.rawValue), errors: state.errors,
            words: state.words)
    }

    // MARK: Other answers

    @HTMLBuilder private func answers(_ state: FormState) -> some HTML {
        let item = request.id.description
        if request.asked.kind == .correction, mayAnswer {
            p {
                "Put it right on the person's page first, as a correction that names what it corrects; then say which entry did it. If it stays as it is, refuse with the reason."
            }
            OfferedButtons {
                offers.link(.confirmCorrection, "It has been put right", item: item, primary: true)
                offers.link(.refuseRequest, "Refuse, with the reason", item: item)
            }
        }
        if request.asked.kind == .erasure {
            if Powers.grant(.eraseRecord, to: visit.actor.role, as: opened.relation) != nil {
                ErasePart(page: self, state: state)
            }
            OfferedButtons { offers.link(.refuseRequest, "Refuse, with the reason", item: item) }
        }
    }
}

extension Visit {
    /// Answers a request: what was decided of texts, a copy given out, or an erasure.
    func answer(_ fields: FormFields) async throws -> FormOutcome {
        let page = try await RequestPage.load(self)
        do {
            let command = try FormReader.read(fields) { $0.command }
            switch fields["do"] {
            case "release":
                try await office.giveCopy(
                    of: page.subject, answering: page.request.id, writing: CopyDocument.writing, as: actor,
                    command: Identifier(command))
                return .done(.request(page.subject, page.request.id), .copyGiven)
            case "erase":
                return try await erase(page, fields)
            default:
                try await office.perform(
                    ReviewCopy(request: page.request.id, decisions: try decisions(fields)), on: page.subject,
                    as: actor, id: Identifier(command))
                return .done(.request(page.subject, page.request.id), .copyReviewed)
            }
        } catch let errors as FormErrors {
            return .again(page.page(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where !refusal.isOfTheStore && refusal.code != "power.none" {
            return .again(page.page(FormState(fields).refused(refusal)))
        }
    }

    private func decisions(_ fields: FormFields) throws -> [CopyDecision] {
        try FormReader.read(fields) { form in
            try (0..<RequestPage.textsAtOnce).compactMap { place in
                guard let reason: CopyReason = form.optionalChoice("text-\(place)", label: "Text \(place + 1)"),
                    let parts = fields["place-\(place)"]?.split(separator: "/", maxSplits: 1), parts.count == 2
                else { return nil }
                return CopyDecision(
                    place: CopyPlace(event: try Identifier(parts[0]), path: String(parts[1])),
                    isCovered: reason.covers, reason: reason)
            }
        }
    }

    private func erase(_ page: RequestPage, _ fields: FormFields) async throws -> FormOutcome {
        try Powers.require(.eraseRecord, of: actor.role, as: page.opened.relation)
        guard fields["sure"] == "yes" else {
            throw Refusal("erase.sure", "Tell the person what goes and what stays, then tick the box.", field: "sure")
        }
        _ = try page.opened.seen.rights?.waiting(page.request.id, for: .erasure)
        // What is erased is what its reader saw: nothing that has come to the record since, and no other record.
        let seen = try FormReader.read(fields) { $0.seen } ?? 0
        let classes = try FormReader.read(fields) { form in
            form.choices(
                ErasePart.classes, label: ErasePart.question, of: RetentionClass.allCases.map(\.rawValue), atLeast: 1)
        }
        try await office.erase(
            subject, Set(classes.compactMap { RetentionClass(rawValue: $0) }), seen: seen, by: actor)
        return .done(.request(page.subject, page.request.id), .erased)
    }
}
