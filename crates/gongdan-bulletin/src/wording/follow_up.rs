//! The words on the difficult tickets of the issue before.

use gongdan::Stage;

use super::sections::told;
use crate::document::{Block, Sentence};
use crate::follow_up::{Demand, FollowUp, FollowedUp};
use crate::names::{day, ended};

/// 七: each ticket with every demand, and where it stands.
pub(crate) fn tickets(follow_up: &FollowUp) -> Vec<Block> {
    let lead = format!("{}列出疑难工单{}件。", follow_up.issue, follow_up.tickets.len());
    let tickets = follow_up.tickets.iter().enumerate().flat_map(|(index, ticket)| {
        let demands = ticket.demands.iter().map(demand);
        let told = std::iter::once(told(index, &ticket.case));
        told.chain(demands).chain([standing(ticket)]).collect::<Vec<_>>()
    });
    let words = std::iter::once(lead).chain(tickets);
    words.map(|words| Block::Paragraph(Sentence::of(words))).collect()
}

fn demand(demand: &Demand) -> String {
    let of = demand.unit.as_deref().unwrap_or("热线中心");
    let demanded = match &demand.demanded {
        Some(demanded) => format!("督办{of}:{}", ended(demanded)),
        None => format!("督办{of}。"),
    };
    let answer = match (&demand.answer, demand.answered) {
        (Some(answer), _) => format!("答复:{}", ended(answer)),
        (None, true) => "已答复。".to_owned(),
        (None, false) => "尚未答复。".to_owned(),
    };
    format!("{}{},{demanded}{answer}", day(demand.at.day()), demand.by)
}

fn standing(ticket: &FollowedUp) -> String {
    let number = &ticket.case.number;
    let stands = match (ticket.stage, &ticket.unit) {
        (Stage::Difficult, _) => "仍无单位受理".to_owned(),
        (Stage::Accepted, _) => "由热线中心待派".to_owned(),
        (stage @ (Stage::Closed | Stage::Rejected | Stage::Merged), _) => stage.term().to_owned(),
        (stage, Some(unit)) => format!("由{unit}承办,{}", stage.term()),
        (stage, None) => stage.term().to_owned(),
    };
    format!("截至统计时点,工单{number}{stands}。")
}
