import Casework
import Kernel
import Office

extension OwnSharingWords {
    /// What a supporter may do, in words that follow “may”.
    static func right(_ right: SupporterRight) -> String {
        switch right {
        case .appointments: mayAppointments()
        case .plan: mayPlan()
        case .voice: mayVoice()
        case .changes: mayChanges()
        }
    }
}

/// What is held and shared, and who looked.
struct OwnSharingPage {
    let own: OwnVisit
    let consents: Consents
    let looks: [OwnLooks.Line]
    let commissioning: CommissioningBodies

    static func load(_ own: OwnVisit) async throws -> OwnSharingPage {
        guard let consents = own.seen.consents, own.may(.readLooks) else { throw SharingPage.unseen }
        let (looks, _) = try await OwnLooks.page(own, before: nil, lines: 3)
        return OwnSharingPage(
            own: own, consents: consents, looks: Array(looks.prefix(3)),
            commissioning: try await CommissioningBodies.load(of: own.seen, in: own.visit.office))
    }

    var page: Page {
        let supporters = own.seen.access?.supporters.filter { $0.holds(on: own.today) } ?? []
        return Page(
            OwnSharingWords.title(), lead: Fragment { p { OwnSharingWords.lead() } },
            trail: [Link(OwnPageWords.home(), to: SiteURL.me.address)]
        ) {
            if !consents.waiting.isEmpty {
                Section(OwnSharingWords.questions(), id: "asked") { ForEach(consents.waiting, content: question) }
            }
            Section(OwnSharingWords.now(), id: "now") {
                ForEach(own.seen.allViewers(commissioners: commissioning.organisations), content: viewer)
                p { OwnSharingWords.notShut() }
                p { OwnSharingWords.search() }
                p { OwnMeetingWords.safety() }
                if own.may(.recordConsent) {
                    Buttons {
                        LinkButton(OwnSharingWords.letSee(), to: SiteURL.meForm(.letSee).address)
                        LinkButton(ApplicationWords.send(), to: SiteURL.meForm(.packet).address)
                    }
                }
                p { Link(ApplicationWords.listTitle(), to: SiteURL.meApplications().address) }
            }
            if !consents.declined.isEmpty {
                Section(OwnSharingWords.saidNo(), id: "said-no") {
                    ul { ForEach(consents.declined) { request in li { declined(request) } } }
                }
            }
            Section(OwnSharingWords.supporters(), id: "supporters") {
                if supporters.isEmpty {
                    EmptyState(OwnSharingWords.noSupporter(), comes: OwnSharingWords.noSupporterComes())
                }
                ForEach(supporters, content: supporter)
                ForEach(own.seen.access?.lapsedSupporters(on: own.today) ?? [], content: lapsed)
                Buttons { LinkButton(OwnSharingWords.addSupporter(), to: SiteURL.meForm(.supporter).address) }
            }
            Section(OwnSharingWords.looks(), id: "looks") {
                if looks.isEmpty {
                    EmptyState(OwnSharingWords.nobodyLooked(), comes: OwnSharingWords.nobodyLookedComes())
                } else {
                    p { OwnSharingWords.looksLead() }
                    OwnLooks(lines: looks)
                    p { Link(OwnSharingWords.allLooks(), to: SiteURL.meLooks().address) }
                }
            }
        }
    }

    private func question(_ request: ConsentRequest) -> Fragment {
        let name = own.names.organisation(request.terms.recipient)
        return Fragment {
            h3 { OwnSharingWords.asks(name) }
            p { OwnSharingWords.asksToSee(request.terms.categories.said) }
            if let why = request.why.value { blockquote { why.text } }
            Buttons {
                LinkButton(
                    OwnSharingWords.answer(), to: SiteURL.meItemForm(.share, item: request.id.description).address,
                    about: name, primary: true)
            }
        }
    }

    private func viewer(_ viewer: Viewer) -> Fragment {
        let name = commissioning.name(of: viewer.organisation, own.names)
        return Fragment {
            h3 { name }
            if let why = viewer.relation.saidWhy { p { why } }
            p {
                viewer.categories.isEmpty
                    ? OwnSharingFormWords.seesNothing() : OwnSharingWords.sees(viewer.categories.said)
            }
            ForEach(viewer.purposes) { purpose in p { OwnSharingFormWords.purpose(told(purpose)) } }
            ForEach(consents.holding(for: viewer.organisation, on: own.today)) { consent in
                agreed(consent)
                if let purpose = own.visit.office.sharing.purpose(consent.terms.purpose) {
                    p { OwnSharingFormWords.purpose(told(purpose.words)) }
                }
                Buttons {
                    LinkButton(
                        OwnSharingWords.stop(), to: SiteURL.meItemForm(.stop, item: consent.id.description).address,
                        about: OwnSharingWords.stopAbout(
                            consent.terms.categories.said, name))
                }
            }
        }
    }

    /// What they agreed to, and what of it stays shut, because it is not shared for that.
    private func agreed(_ consent: Consent) -> Fragment {
        let open = own.visit.office.sharing.meant(by: consent.terms)
        let shut = consent.terms.categories.filter { !open.contains($0) }
        return Fragment {
            if !open.isEmpty { p { OwnSharingWords.youAgreed(open.said, consent.until) } }
            if !shut.isEmpty { p { OwnSharingWords.staysShut(shut.said) } }
        }
    }

    /// What one organisation asked for and does not get by the answer.
    private func declined(_ request: ConsentRequest) -> String {
        let name = own.names.organisation(request.terms.recipient)
        let day = (request.answered ?? request.asked).recorded.day
        return request.agreed.isEmpty
            ? OwnSharingWords.saidNoToAll(name, request.declined.said, day)
            : OwnSharingWords.saidNoToSome(name, request.declined.said, day)
    }

    private func lapsed(_ one: Supporter) -> Fragment {
        Fragment {
            p { OwnSharingWords.couldAct(one.name, one.terms.until) }
            Buttons {
                LinkButton(OwnSharingWords.chooseAgain(), to: SiteURL.meNameAgain(one), about: one.name)
            }
        }
    }

    private func supporter(_ one: Supporter) -> Fragment {
        Fragment {
            h3 { one.name }
            p {
                OwnSharingWords.may(
                    one.terms.rights.map(OwnSharingWords.right).joined(separator: "; "), one.terms.until)
            }
            Buttons {
                LinkButton(
                    OwnSharingWords.newCode(),
                    to: SiteURL.meItemForm(.supporterCode, item: one.id.description).address, about: one.name)
                LinkButton(
                    OwnSharingWords.end(), to: SiteURL.meItemForm(.endSupporter, item: one.id.description).address,
                    about: one.name)
            }
        }
    }
}
