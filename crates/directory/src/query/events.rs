//! What an address asks of the events.

use super::Query;
use crate::PartialDate;

/// The part of the time line that is shown: numbers of the first and of the
/// last day, counted from 1970-01-01. An address says those of the years 1000
/// to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First day.
    pub from: i32,
    /// Last day; not before the first.
    pub to: i32,
}

impl Query {
    /// Nothing of it but the event that is selected.
    #[must_use]
    pub fn event_alone(&self) -> Self {
        Self {
            event: self.event.clone(),
            ..Self::default()
        }
    }

    /// The same events with this one selected.
    #[must_use]
    pub fn with_selected_event(&self, id: &str) -> Self {
        Self {
            event: Some(id.to_owned()),
            ..self.clone()
        }
    }

    /// The same events with this month shown.
    #[must_use]
    pub fn with_month(&self, month: PartialDate) -> Self {
        Self {
            month: Some(month),
            ..self.clone()
        }
    }

    /// The same events with the time line showing this span, or as it frames them.
    #[must_use]
    pub fn with_span(&self, span: Option<Span>) -> Self {
        Self {
            span,
            ..self.clone()
        }
    }
}
