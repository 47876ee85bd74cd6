//! Of a column that fails, the rows in which it does: those are null, the others have their values.

use super::{
    answer::Execution,
    failure::{Failure, Rows},
    isolate::{Budget, Found},
    rows::column,
    search::Search,
};
use crate::{
    execute::DatabaseError,
    plan::{FailureId, Omissions, Suspect, array_literal},
};

/// If a column fails in each of so many first rows, it is taken to fail in all.
const MOST_ROWS_WITHOUT_ANY_VALUE: usize = 8;

impl Execution {
    /// Replaces the failure of a whole column by those of its rows, where they can be told apart by few statements. No
    /// column may spend more than half of what is left, so that those after it are not left with nothing.
    pub(super) async fn isolate_rows(
        &self,
        position: usize,
        suspects: &[Suspect],
        mut found: Found,
        budget: &mut Budget,
    ) -> Found {
        for index in 0..found.failures.len() {
            let Failure { id, error, .. } = &found.failures[index];
            // A right is missing for all rows, or for none.
            if !suspects[id.0].by_row || error.code() == "PERMISSION_DENIED" {
                continue;
            }
            let mut share = Budget { statements: budget.statements / 2, ..*budget };
            let before = share.statements;
            let refined = self.failing_rows(position, suspects, &found.failures, *id, &mut share).await;
            budget.statements -= before - share.statements;
            if let Some((rows, refined)) = refined {
                let mut failures = found.failures;
                failures[index].rows = Some(rows);
                found = Found { failures, ..refined };
            }
        }
        found
    }

    /// The rows in which a column fails, and the answer with the values of the others.
    async fn failing_rows(
        &self,
        position: usize,
        suspects: &[Suspect],
        failures: &[Failure],
        id: FailureId,
        budget: &mut Budget,
    ) -> Option<(Rows, Found)> {
        // Without any row the column must not fail: PostgreSQL may compute it all the same, as the functions of a view
        // that are volatile.
        let mut answer = self.ask_rows(position, suspects, failures, (id, &[]), budget).await?.ok()?;
        let known = identities(&answer, id);
        let mut search = Search::new(known.len());
        while let Some(kept) = search.next() {
            if search.begins_with_bad(MOST_ROWS_WITHOUT_ANY_VALUE) {
                return None;
            }
            let computed = without(&known[..kept], search.found());
            match self.ask_rows(position, suspects, failures, (id, &computed), budget).await? {
                Ok(rows) => {
                    answer = rows;
                    search.succeeded(kept);
                }
                Err(error) => search.failed(kept, error),
            }
        }
        let computed = without(&known, search.found()).into_iter().map(str::to_owned).collect();
        let failed = search.found().iter().map(|(row, error)| (known[*row].clone(), error.clone()));
        Some((Rows { computed, failed: failed.collect() }, answer))
    }

    /// Asks with a column computed for some rows; `None` if that cannot be gone on with.
    async fn ask_rows(
        &self,
        position: usize,
        suspects: &[Suspect],
        failures: &[Failure],
        (id, computed): (FailureId, &[&str]),
        budget: &mut Budget,
    ) -> Option<Result<Found, DatabaseError>> {
        if !budget.spend() {
            return None;
        }
        let mut omissions = Omissions::of_search();
        for failure in failures {
            let suspect = &suspects[failure.id.0];
            match &failure.rows {
                _ if failure.id == id => suspect.restrict(&mut omissions, id, &array_literal(computed)),
                None => suspect.leave_out(&mut omissions, failure.id),
                Some(rows) => {
                    let computed: Vec<_> = rows.computed.iter().collect();
                    suspect.restrict(&mut omissions, failure.id, &array_literal(&computed));
                }
            }
        }
        match self.ask(position, &omissions, budget.deadline).await {
            Err(error) if !error.is_of_a_field() => None,
            asked => Some(asked),
        }
    }
}

/// What tells the rows apart that a column of `id` stands in; each once, in their order.
fn identities(found: &Found, id: FailureId) -> Vec<String> {
    let compiled = &found.ready.compiled;
    let Some((arm, slot)) = compiled.plan.query.as_ref().and_then(|query| query.identity_of(id)) else {
        return Vec::new();
    };
    let column = column(slot, compiled.tagged.into());
    let mut known = std::collections::HashSet::new();
    let rows = found.arms[arm.0].all().iter().filter_map(|row| std::str::from_utf8(row.get(column)?).ok());
    rows.filter(|identity| known.insert(*identity)).map(str::to_owned).collect()
}

fn without<'r>(rows: &'r [String], found: &[(usize, DatabaseError)]) -> Vec<&'r str> {
    let is_good = |row: &usize| found.iter().all(|(bad, _)| bad != row);
    rows.iter().enumerate().filter(|(row, _)| is_good(row)).map(|(_, identity)| identity.as_str()).collect()
}
