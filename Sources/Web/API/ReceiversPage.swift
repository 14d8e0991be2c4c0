import Casework
import Hummingbird
import Kernel
import Office
import Records

extension Site {
    /// Where an organisation says which of its programs are told of events, and sees how that goes.
    func addReceivers(to router: Router<SiteContext>) {
        router.page(.receivers, self) { visit in try await visit.receiversPage() }
        router.form(.receivers, self) { visit, fields in try await visit.addReceiver(fields) }
        router.form(.endReceiver, self) { visit, _ in
            try await visit.office.endReceiver(try visit.identifier("receiver"), as: visit.actor)
            return .done(.receivers, .receiverEnded)
        }
    }
}

extension Visit {
    private static let categories = Casework.Category.allCases.map {
        Choice($0.rawValue, $0.title.capitalisedFirst)
    }

    fileprivate func receiversPage(_ state: FormState = FormState(), secret: String? = nil) async throws -> Page {
        let kept = try await office.receivers(as: actor)
        return Page(
            "Programs that are told", trail: [Link("The API", to: SiteURL.api.address)],
            failed: !state.errors.isEmpty, width: .wide
        ) {
            if let secret {
                NoticeBox(.attention, title: "Copy this secret now: it is not shown again") {
                    p { "With it the program checks that a call is from here." }
                    pre { secret }
                }
            }
            p {
                "A program of \(who.organisation) is called when something is recorded that your organisation sees. It is told references, codes and days, never a name or a word; it reads the rest with a token of its own."
            }
            if kept.isEmpty {
                EmptyState("No program is told of anything.", comes: "Those you add stand here, and how they do.")
            } else {
                DataTable("Receivers, the latest first", rows: kept, columns: columns)
            }
            Section("Add one", id: "add") {
                PostForm(to: SiteURL.receivers.address, seal: seal(), state: state) {
                    TextField(
                        "address", label: "Its address", hint: "As https://events.example.org/throughline",
                        in: state)
                    Checkboxes("categories", label: "What is it told of?", Self.categories, in: state)
                    Buttons { SubmitButton("Add this receiver") }
                }
            }
        }
    }

    private var columns: [Column<KeptReceiver>] {
        let seal = seal()
        return [
            Column("Address", .heading) { $0.receiver.address },
            Column("Told of") { $0.receiver.categories.map(\.title).joined(separator: ", ") },
            Column("Taken", .number) { grouped($0.count(.sent)) },
            Column("Waiting", .number) { grouped($0.count(.waiting)) },
            Column("Given up", .number) { grouped($0.count(.failed)) },
            Column("How it does") { kept in
                if kept.receiver.ended != nil {
                    StatusTag("Ended", .waiting)
                } else if let reason = kept.reason, kept.count(.waiting) + kept.count(.failed) > 0 {
                    StatusTag("Not answering", .attention)
                    " \(reason)"
                } else {
                    StatusTag("Well", .live)
                }
            },
            Column("", .action) { kept in
                if kept.receiver.ended == nil {
                    PostForm(to: SiteURL.endReceiver(kept.receiver.id).address, seal: seal) {
                        button(.submits()) {
                            "End it"
                            span(.class("unseen")) { " \(kept.receiver.address)" }
                        }
                    }
                }
            },
        ]
    }

    fileprivate func addReceiver(_ fields: FormFields) async throws -> FormOutcome {
        do {
            let (address, categories, command) = try FormReader.read(fields) { form in
                let address = form.parsed("address", label: "Its address") { text throws(Refusal) in
                    try ReceiverAddress(text, isMadeUp: site.isDemonstration)
                }
                let categories = form.choices(
                    "categories", label: "What is it told of?", of: Self.categories.map(\.value), atLeast: 1)
                return (try form.need(address), categories.compactMap(Casework.Category.init(rawValue:)), form.command)
            }
            let added = try await office.addReceiver(
                at: address, categories: categories, as: actor, id: Identifier(command))
            return .again(try await receiversPage(secret: added.secret))
        } catch let errors as FormErrors {
            return .again(try await receiversPage(FormState(fields, errors: errors)))
        } catch let refusal as Refusal where refusal.code.hasPrefix("receiver") {
            return .again(try await receiversPage(FormState(fields).refused(refusal)))
        }
    }
}
