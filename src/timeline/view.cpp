#include "timeline/view.h"

namespace vafa::timeline {
namespace {

// (customer, member) for each profile that makes its customer special.
struct Candidate {
    std::int64_t customer = 0;
    Member member;
};

bool candidate_less(const Candidate& a, const Candidate& b) {
    return a.customer != b.customer ? a.customer < b.customer : a.member.profile < b.member.profile;
}

// Profiles with entries, ascending; the anonymous are no customer.
std::vector<Member> buffered_profiles(std::span<const Entry> flat) {
    std::vector<Member> profiles;
    for (std::size_t i = 0; i < flat.size();) {
        std::size_t end = i + 1;
        while (end < flat.size() && flat[end].profile == flat[i].profile) ++end;
        if (flat[i].profile != 0) {
            profiles.push_back({flat[i].profile, Columns::kNone, flat.subspan(i, end - i)});
        }
        i = end;
    }
    return profiles;
}

class SpecialsBuilder {
public:
    SpecialsBuilder(const Columns& base, std::span<const Entry> flat, const Links& links)
        : base_(&base), links_(&links), buffered_(buffered_profiles(flat)) {}

    Specials build() {
        std::uint32_t at = 0;
        for (Member member : buffered_) {
            member.base_index = find_from(member.profile, at);
            candidates_.push_back({links_->customer_of(member.profile), member});
        }
        for (const Links::Link& link : links_->by_customer()) {
            const Member member{link.profile, base_->find(link.profile), {}};
            if (member.base_index != Columns::kNone && !has_entries(link.profile)) {
                candidates_.push_back({link.customer, member});
            }
        }
        std::ranges::sort(candidates_, candidate_less);
        Specials out;
        for (std::size_t i = 0; i < candidates_.size();) i = add_customer(i, out);
        out.begin.push_back(static_cast<std::uint32_t>(out.members.size()));
        std::ranges::sort(out.hidden);
        return out;
    }

private:
    std::uint32_t find_from(std::int64_t profile, std::uint32_t& at) const {
        at = base_->lower_bound(profile, at);
        return at < base_->profiles() && base_->ids[at] == profile ? at : Columns::kNone;
    }
    bool has_entries(std::int64_t profile) const {
        const auto it = std::ranges::lower_bound(buffered_, profile, {}, &Member::profile);
        return it != buffered_.end() && it->profile == profile;
    }

    // All candidates of one customer, and its own profile where only the base knows it.
    std::size_t add_customer(std::size_t i, Specials& out) {
        const std::int64_t customer = candidates_[i].customer;
        out.customers.push_back(customer);
        out.begin.push_back(static_cast<std::uint32_t>(out.members.size()));
        bool own = false;
        for (; i < candidates_.size() && candidates_[i].customer == customer; ++i) {
            own = own || candidates_[i].member.profile == customer;
            add_member(candidates_[i].member, out);
        }
        // A profile that is linked away is another customer's, even if some link to it.
        if (!own && links_->customer_of(customer) == customer) {
            const std::uint32_t index = base_->find(customer);
            if (index != Columns::kNone) add_member({customer, index, {}}, out);
        }
        return i;
    }
    static void add_member(const Member& member, Specials& out) {
        out.members.push_back(member);
        if (member.base_index != Columns::kNone) out.hidden.push_back(member.base_index);
    }

    const Columns* base_;
    const Links* links_;
    std::vector<Member> buffered_;
    std::vector<Candidate> candidates_;
};

}  // namespace

std::size_t View::buffered() const {
    std::size_t sum = 0;
    for (const ChunkPtr& chunk : chunks_) sum += chunk->size();
    return sum;
}

std::uint64_t View::buffer_bytes() const {
    std::uint64_t sum = 0;
    for (const ChunkPtr& chunk : chunks_) sum += chunk->capacity() * sizeof(Entry);
    return sum;
}

std::span<const Entry> View::flat() const {
    if (chunks_.empty()) return {};
    std::call_once(flat_once_, [this] { flat_ = merge_chunks(chunks_); });
    return *flat_;
}

const Specials& View::specials() const {
    std::call_once(specials_once_, [this] {
        specials_ = SpecialsBuilder(base_->customers, flat(), *links_).build();
    });
    return specials_;
}

std::vector<Member> View::members_of(std::int64_t customer, std::vector<Chunk>& storage) const {
    std::vector<Member> members;
    const auto add = [&](std::int64_t profile) {
        Member member{profile, base_->customers.find(profile), {}};
        Chunk own;
        for (const ChunkPtr& chunk : chunks_) {
            const auto part = entries_of(*chunk, profile);
            own.insert(own.end(), part.begin(), part.end());
        }
        std::ranges::sort(own, EntryLess{});
        storage.push_back(std::move(own));
        member.entries = storage.back();
        if (member.base_index != Columns::kNone || !member.entries.empty()) {
            members.push_back(member);
        }
    };
    if (links_->customer_of(customer) == customer) add(customer);
    for (const Links::Link& link : links_->members_of(customer)) add(link.profile);
    return members;
}

}  // namespace vafa::timeline
