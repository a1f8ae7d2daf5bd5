//! The same as a picture, in rows.

use directory::catalogue::decimal;
use leptos::prelude::*;

/// A table.
pub struct Table {
    /// What it holds.
    pub caption: String,
    /// Over all columns, that of the names first.
    pub heads: Vec<AnyView>,
    /// From above.
    pub rows: Vec<TableRow>,
}

/// A row: what it is called, and a cell for each further column.
pub struct TableRow {
    /// What it is called.
    pub name: AnyView,
    /// A cell for each column after that of the names.
    pub cells: Vec<AnyView>,
}

/// Draws it; on a small screen it moves to the side by itself.
pub fn table(table: Table) -> AnyView {
    let heads = table.heads.into_iter();
    let heads: Vec<_> = heads
        .map(|head| view! { <th scope="col">{head}</th> })
        .collect();
    let rows = table.rows.into_iter().map(|row| {
        let cells = row.cells.into_iter();
        let cells: Vec<_> = cells.map(|cell| view! { <td>{cell}</td> }).collect();
        view! {
            <tr>
                <th scope="row">{row.name}</th>
                {cells}
            </tr>
        }
    });
    let rows: Vec<_> = rows.collect();
    view! {
        <section class="figures" tabindex="0" aria-label=table.caption>
            <table>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
    .into_any()
}

/// A cell with a bar below its number, as long as its `share` of the column or
/// row, 0 to 1.
pub fn bar_cell(number: AnyView, share: f64) -> AnyView {
    let width = format!("{}%", decimal(share * 100.0, 1));
    view! {
        {number}
        <svg class="figures__bar" aria-hidden="true">
            <rect width=width height="4"></rect>
        </svg>
    }
    .into_any()
}
