import Casework
import Kernel

/// Jobs with their proof, the weeks they made, and what is held of benefits.
struct WorkSection: Component {
    let page: CustomerPage

    var body: some HTML {
        Section("Work and benefits", id: "work") {
            if jobs.isEmpty {
                EmptyState(
                    page.sight.isForItsOwn(.work)
                        ? "No job that counts for your organisation is on record." : "No job is on record.",
                    comes: "Jobs and what proves them stand here.")
            } else {
                ForEach(jobs) { JobInWork(page: page, job: $0) }
            }
            if let account = page.account, !account.weeks.isEmpty {
                p {
                    Count(account.weeks.count(where: \.counted), of: account.weeks.count)
                    " weeks of work counted; "
                    Count(account.weeks.count { $0.counted && $0.isProven }, of: account.weeks.count(where: \.counted))
                    " of those proven."
                }
            }
            OfferedButtons { page.offers.link(.job, "Record a job") }
            if page.sight.sees(.money), let circumstances = page.seen.circumstances {
                h3 { "Benefits" }
                if circumstances.benefits.isEmpty {
                    EmptyState("Nothing is recorded of benefits.", comes: "Weeks count only when it is known.")
                } else {
                    ul { ForEach(benefits(circumstances)) { line in li { line } } }
                }
                OfferedButtons { page.offers.link(.benefit, "Record a benefit") }
            }
        }
    }

    private var jobs: [Job] { (page.seen.employment?.heldJobs ?? []).sorted { $0.started > $1.started } }

    private func benefits(_ circumstances: Circumstances) -> [String] {
        circumstances.benefits.flatMap { code in
            circumstances.spells(of: code).reversed().map { spell in
                let stands =
                    switch spell.on {
                    case true?: "On \(code)"
                    case false?: "Off \(code)"
                    case nil: "Not known whether on \(code)"
                    }
                let days = "from \(spell.from.written)" + (spell.until.map { " to \($0.written)" } ?? "")
                return "\(stands) \(days): \(spell.certainty.title.lowercased()), "
                    + "on the word of \(spell.source.title.lowercased()), "
                    + "recorded on \(spell.event.recorded.day.written) "
                    + "(\(WrittenDay.distance(from: page.day, to: spell.event.recorded.day)))"
            }
        }
    }
}

/// One job, what can be done about it, and what shows that it was worked.
private struct JobInWork: Component {
    let page: CustomerPage
    let job: Job

    var body: some HTML {
        p {
            strong { job.details.value?.employer ?? "A job" }
            if let title = job.details.value?.title { ", \(title)" }
            br()
            "\(job.kind.title), from \(job.started.written)"
            if let last = job.last { " to \(last.written)" }
            if let hours = job.hours.last?.hours { "; \(hours.written)" }
            "."
        }
        p(.class("hint")) { whose }
        if !proofs.isEmpty { ul { ForEach(proofs) { ProofLine(page: page, recorded: $0) } } }
        OfferedButtons {
            link(.proof, "Record proof")
            if job.last == nil {
                link(.hours, "Change the hours")
                link(.endJob, "Record its end")
            } else {
                plain(.withdrawEnd, "Withdraw its end")
            }
            plain(.withdrawJob, "Withdraw the job")
        }
    }

    /// Who told of it and how long ago (G-246).
    private var whose: String {
        let (by, day) = (job.recorded.by, job.recorded.recorded.day)
        return
            "Recorded by \(page.names.person(by.person)), \(page.names.organisation(by.organisation)), on \(day.written) (\(WrittenDay.distance(from: page.day, to: day)))."
    }

    private var proofs: [RecordedProof] {
        (page.seen.employment?.standingProofs ?? []).filter { $0.proof.job == job.id }
            .sorted { $0.proof.from < $1.proof.from }
    }

    private func plain(_ form: CaseFormName, _ text: String) -> (some HTML)? {
        page.offers.plain(form, text, about: "(job from \(job.started.written))", item: job.id.description)
    }

    private func link(_ form: CaseFormName, _ text: String) -> LinkButton? {
        page.offers.link(
            form, text, about: "(job from \(job.started.written))", item: job.id.description)
    }
}

private struct ProofLine: Component {
    let page: CustomerPage
    let recorded: RecordedProof

    var body: some HTML {
        li {
            "\(title): \(recorded.proof.from.written) to \(recorded.proof.until.written)"
            if let earnings = recorded.proof.earnings { ", \(earnings) earned" }
            " "
            if let digest = recorded.proof.document, page.sight.opensSealed {
                a(.href(SiteURL.document(page.seen.id, digest: digest).address)) {
                    "Open it"
                    span(.class("unseen")) { " (the proof from \(recorded.proof.from.written))" }
                }
                " "
            }
            page.offers.plain(
                .withdrawProof, "Withdraw", about: "the proof from \(recorded.proof.from.written)",
                item: recorded.proof.id.description)
        }
    }

    private var title: String {
        guard let kind = page.programme?.proof(recorded.proof.kind) else { return recorded.proof.kind }
        return "\(kind.title) (\(kind.word))"
    }
}
