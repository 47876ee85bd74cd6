//! Which argument made a root field fail, where PostgreSQL alone can judge its value: a network address, a regular
//! expression. Who wrote it is told the argument's path and what was expected there.

use super::{answer::Execution, error::ResponseError, isolate::Budget};
use crate::{
    document::{RequestError, RequestErrorKind},
    execute::{DatabaseError, run::Call},
    plan::{Evaluated, Input, Omissions, Trial, build::Roots},
    sql,
};
use tokio::time::timeout_at;

impl Execution {
    /// Looks for arguments of the root field at `position` that fail by themselves as it failed, and puts that in the place
    /// of PostgreSQL's words.
    pub(super) async fn blame_arguments(&self, position: usize, errors: &mut [ResponseError], budget: &mut Budget) {
        if !errors.iter().any(may_be_of_a_value) {
            return;
        }
        let (schema, variables) = (&self.shared.schema, &self.variables);
        let nothing = Omissions::default();
        let plan = self.shared.compile(&self.prepared.operation, variables, Roots::Only(position), &nothing).plan;
        for input in &plan.inputs {
            let (Some(trial), Ok(given)) = (input.trial(schema), input.evaluate(schema, variables, &[])) else {
                continue;
            };
            let Some(Err(reason)) = self.try_value(trial, &given, budget).await else { continue };
            let is_it = |error: &&mut ResponseError| {
                may_be_of_a_value(error) && error.code == reason.code() && error.message == reason.message()
            };
            let mut failed: Vec<_> = errors.iter_mut().filter(is_it).collect();
            if failed.is_empty() {
                continue;
            }
            let argument = ResponseError::from(&self.argument(input, trial, &given, &reason, budget).await);
            for error in &mut failed {
                error.message.clone_from(&argument.message);
                error.code = argument.code;
                error.hint.clone_from(&argument.hint);
                error.details.clear();
            }
        }
    }

    /// What is wrong with an argument that fails for `reason`.
    async fn argument(
        &self,
        input: &Input,
        trial: Trial,
        given: &Evaluated,
        reason: &DatabaseError,
        budget: &mut Budget,
    ) -> RequestError {
        let item = self.failing_item(input, trial, given, budget).await;
        let name = item.map_or(input.name.clone(), |item| format!("{}[{item}]", input.name));
        let mut message = format!("expected {}", trial.expected(&self.shared.schema));
        if let DatabaseError::Field { message: said, .. } = reason {
            message = format!("{said}; {message}");
        }
        RequestError::new(RequestErrorKind::Argument { name, message, hint: None })
    }

    /// The first item of a list without which it would not fail.
    async fn failing_item(&self, input: &Input, trial: Trial, given: &Evaluated, budget: &mut Budget) -> Option<usize> {
        let Trial::Value { list: true, .. } = trial else { return None };
        // So many of the first items do not fail, and so many do.
        let (mut good, mut bad) = (0, given.length);
        while bad > good + 1 {
            let middle = good + (bad - good) / 2;
            let beginning = input.beginning(&self.shared.schema, &self.variables, middle)?;
            match self.try_value(trial, &beginning, budget).await? {
                Ok(()) => good = middle,
                Err(_) => bad = middle,
            }
        }
        bad.checked_sub(1)
    }

    /// Whether PostgreSQL reads a value; `None` if that cannot be found out.
    async fn try_value(
        &self,
        trial: Trial,
        given: &Evaluated,
        budget: &mut Budget,
    ) -> Option<Result<(), DatabaseError>> {
        let value = given.parts.first()?.clone();
        if !budget.spend() {
            return None;
        }
        let parameters = match trial {
            Trial::Value { .. } => vec![value],
            Trial::Regex => vec![value, String::new()],
        };
        let text = sql::trial(&self.shared.schema, &trial).into();
        let call = Call { text, parameters, once: true };
        match timeout_at(budget.deadline, self.try_statement(&call)).await.ok()? {
            Err(error) if !error.is_of_a_field() => None,
            tried => Some(tried),
        }
    }

    async fn try_statement(&self, call: &Call) -> Result<(), DatabaseError> {
        self.log_statement(call);
        self.explain(|explanation| explanation.statement(call));
        let mut connection = self.shared.connect(&self.pool).await?;
        let mut rows = connection.rows(call, &self.session, self.shared.patience())?;
        while rows.next().await?.is_some() {}
        Ok(())
    }
}

/// Whether it is an error that reading a value gives: a data exception, but no division by zero, or an object that is not
/// there.
fn may_be_of_a_value(error: &ResponseError) -> bool {
    let is_data = |(name, value): &(&str, String)| *name == "sqlstate" && value.starts_with("22") && value != "22012";
    error.code == "INTERNAL_SERVER_ERROR" || error.details.iter().any(is_data)
}
