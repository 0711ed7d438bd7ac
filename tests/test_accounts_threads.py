"""Threads as forums, blogs and plug-ins lay them out. The pages are invented; their markup is that of common
software."""

import time
from collections.abc import Callable

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

SAID = [
    ("marshfox", "They never agree on anything, and it is us who pay for the crossing."),
    (
        "Old Ferryman",
        "My father rowed there when it was free of charge! Nobody asked for a ticket, and nobody drowned.",
    ),
    ("bo77", "lol, so much for that meeting then."),
    ("marshfox", "You could have asked him how he did it, before he stopped."),
]
US = ["10-12-2009, 10:32 PM", "10-13-2009, 01:05 AM", "10-13-2009, 09:15 AM", "10-14-2009, 07:00 PM"]
WEEKDAY = [
    "Tue Mar 03, 2009 3:12 am",
    "Tue Mar 03, 2009 9:15 am",
    "Wed Mar 04, 2009 1:00 pm",
    "Fri Mar 06, 2009 8:30 pm",
]
LONG = ["March 3, 2009 at 3:12 am", "March 3, 2009 at 9:15 am", "March 4, 2009 at 1:00 pm", "March 6, 2009 at 8:30 pm"]
DAYS = ["3 March 2009", "3 March 2009", "4 March 2009", "6 March 2009"]
AGO = ["2 days ago", "2 days ago", "23 hours ago", "5 minutes ago"]
NEAR = ["Yesterday, 10:32 AM", "Yesterday, 11:05 AM", "Today, 09:15 AM", "Today, 10:00 AM"]
STAMP = ["2009-03-03T03:12:00Z", "2009-03-03T09:15:00Z", "2009-03-04T13:00:00Z", "2009-03-06T20:30:00Z"]

Layout = Callable[[int, str, str, str], str]


def vbulletin3(n, who, day, words):
    return f"""<div class="page"><div id="edit{n}"><table id="post{n}" class="tborder"><tr><td class="thead">
<div class="normal" style="float:right">#<a href="showpost.php?p={n}"><strong>{n}</strong></a></div>
<div class="normal"><a name="post{n}"><img src=o.gif></a> {day} </div></td></tr><tr><td class="alt2">
<div id="postmenu_{n}"><a class="bigusername" href="member.php?u={n}">{who}</a></div><div class="smallfont">Senior Member</div>
<div class="smallfont"><div>Join Date: Mar 2005</div><div>Location: Upton</div><div>Posts: 1,234</div></div></td>
<td class="alt1" id="td_post_{n}"><div class="smallfont"><strong>Re: The ferry</strong></div><hr>
<div id="post_message_{n}">{words}</div></td></tr></table></div></div>"""


def vbulletin4(n, who, day, words):
    date, time = day.split(", ")
    return f"""<li class="postbitlegacy postcontainer old" id="post_{n}"><div class="posthead"><span class="postdate old">
<span class="date">{date},&nbsp;<span class="time">{time}</span></span></span><span class="nodecontrols">
<a href="showthread.php?p={n}" class="postcounter">#{n}</a></span></div><div class="postdetails"><div class="userinfo">
<div class="username_container"><a class="username offline popupctrl" href="member.php?{n}-x"><strong>{who}</strong></a></div>
<span class="usertitle">Senior Member</span><dl class="userinfo_extra"><dt>Join Date</dt><dd>Mar 2005</dd><dt>Posts</dt>
<dd>1,234</dd></dl></div><div class="postbody"><div class="postrow"><h2 class="title icon">Re: The ferry</h2>
<div class="content"><div id="post_message_{n}"><blockquote class="postcontent restore">{words}</blockquote></div></div></div>
</div></div><div class="postfoot"><a class="newreply">Reply With Quote</a></div></li>"""


def vbulletin5(n, who, day, words):
    return f"""<li class="b-post js-post" data-node-id="{n}" itemprop="comment" itemscope itemtype="http://schema.org/Comment">
<div class="b-userinfo"><div class="author" itemprop="author" itemscope><span itemprop="name"><a href="/member/{n}-x">{who}</a>
</span></div><div class="usertitle">Member</div><ul class="b-userinfo__additional-info-area"><li><label>Join Date: </label>
<span>Mar 2005</span></li><li><label>Posts: </label><span>12</span></li></ul></div><div class="b-post__body"><div
class="b-post__timestamp"><time itemprop="dateCreated" datetime="2009-10-12T22:32:00">{day}</time></div><a class="b-post__count">
#{n}</a><div class="b-post__content"><div class="js-post__content-text restore h-wordwrap" itemprop="text">{words}</div></div>
<ul class="b-post__footer"><li>Like</li><li>Quote</li></ul></div></li>"""


def phpbb2(n, who, day, words):
    return f"""<tr><td class="row{n % 2 + 1}" rowspan="2"><span class="name"><a name="{n}"></a><b>{who}</b></span><br>
<span class="postdetails">Guest<br><br>Joined: 01 Mar 2005<br>Posts: 12<br>Location: Upton</span><br></td>
<td class="row{n % 2 + 1}"><table><tr><td><a href="viewtopic.php?p={n}#{n}"><img></a><span class="postdetails">Posted: {day}
<span class="gen">&nbsp;</span>&nbsp; &nbsp;Post subject: Re: The ferry</span></td><td><a href="posting.php?mode=quote"><img
alt="Reply with quote"></a></td></tr><tr><td colspan="2"><hr></td></tr><tr><td colspan="2"><span class="postbody">{words}</span>
<span class="gensmall"></span></td></tr></table></td></tr><tr><td class="row{n % 2 + 1}"><span class="nav"><a href="#top"
class="nav">Back to top</a></span></td></tr><tr><td class="spaceRow" colspan="2"><img></td></tr>"""


def phpbb3(n, who, day, words):
    return f"""<div id="p{n}" class="post has-profile bg{n % 2 + 1}"><div class="inner"><dl class="postprofile" id="profile{n}">
<dt><a href="./memberlist.php?mode=viewprofile&amp;u={n}" class="username">{who}</a></dt><dd class="profile-rank">Rower</dd>
<dd class="profile-posts"><strong>Posts:</strong> <a href="./search.php">12</a></dd><dd class="profile-joined">
<strong>Joined:</strong> Tue Mar 01, 2005 3:12 am</dd></dl><div class="postbody"><div id="post_content{n}"><h3><a href="#p{n}">
Re: The ferry</a></h3><ul class="post-buttons"><li><a>Quote</a></li></ul><p class="author"><a href="./viewtopic.php?p={n}">Post</a>
<span>by <strong><a href="./memberlist.php?mode=viewprofile&amp;u={n}" class="username">{who}</a></strong> » </span>{day}</p>
<div class="content">{words}</div><div id="sig{n}" class="signature">Row your boat, gently down the stream</div></div></div>
<div class="back2top"><a>Top</a></div></div></div>"""


def fluxbb(n, who, day, words):
    return f"""<div id="p{n}" class="blockpost row{"odd" if n % 2 else "even"}"><h2><span><span class="conr">#{n}</span>
<a href="viewtopic.php?pid={n}#p{n}">{day}</a></span></h2><div class="box"><div class="inbox"><div class="postbody">
<div class="postleft"><dl><dt><strong><a href="profile.php?id={n}">{who}</a></strong></dt><dd class="usertitle"><strong>Member
</strong></dd><dd><span>Registered: 2005-03-01</span></dd><dd><span>Posts: 12</span></dd></dl></div><div class="postright">
<h3>Re: The ferry</h3><div class="postmsg"><p>{words}</p></div></div></div></div><div class="inbox"><div class="postfoot">
<ul><li class="postreport">Report</li><li>Quote</li></ul></div></div></div></div>"""


def xenforo1(n, who, day, words):
    return f"""<li id="post-{n}" class="message" data-author="{who}"><div class="messageUserInfo"><div class="messageUserBlock">
<h3 class="userText"><a href="members/x.{n}/" class="username">{who}</a><em class="userTitle">Member</em></h3>
<div class="extraUserInfo"><dl class="pairsJustified"><dt>Joined:</dt><dd>Mar 1, 2005</dd></dl><dl><dt>Messages:</dt><dd>12</dd>
</dl></div></div></div><div class="messageInfo primaryContent"><div class="messageContent"><article><blockquote
class="messageText ugc baseHtml">{words}</blockquote></article></div><div class="messageMeta"><div class="privateControls">
<span class="item muted"><span class="authorEnd"><a class="username author" href="members/x.{n}/">{who}</a>,</span>
<a href="threads/x.1/#post-{n}" class="datePermalink"><span class="DateTime" title="{day}">{day}</span></a></span></div>
<div class="publicControls"><a class="item muted postNumber">#{n}</a> <a class="ReplyQuote">Reply</a></div></div></div></li>"""


def xenforo2(n, who, day, words):
    return f"""<article class="message message--post js-post" data-author="{who}" id="js-post-{n}"><div class="message-inner">
<div class="message-cell message-cell--user"><section class="message-user"><h4 class="message-name"><a href="/members/x.{n}/"
class="username" itemprop="name"><span>{who}</span></a></h4><h5 class="userTitle message-userTitle">Member</h5>
<div class="message-userExtras"><dl class="pairs"><dt>Joined</dt><dd>Mar 1, 2005</dd></dl><dl class="pairs"><dt>Messages</dt>
<dd>12</dd></dl></div></section></div><div class="message-cell message-cell--main"><header class="message-attribution">
<a href="/threads/x.1/post-{n}"><time class="u-dt" datetime="2009-03-03T03:12:00+0100">{day}</time></a><ul><li><a>#{n}</a></li></ul>
</header><div class="message-content"><article class="message-body"><div class="bbWrapper">{words}</div></article></div>
<footer class="message-footer"><a class="actionBar-action">Report</a></footer></div></div></article>"""


def invision3(n, who, day, words):
    return f"""<div class="post_block hentry" id="post_id_{n}"><div class="post_wrap"><h3 class="row2"><span class="post_id right">
<a>#{n}</a></span><span class="author vcard"><a class="url fn name" href="/user/{n}-x/">{who}</a></span></h3>
<div class="author_info"><ul><li>Members</li><li>12 posts</li></ul></div><div class="post_body"><p class="posted_info">Posted
<abbr class="published">{day}</abbr></p><div class="post entry-content">{words}</div></div><ul class="post_controls"><li>Back to top
</li><li>Report</li></ul></div></div>"""


def invision4(n, who, day, words):
    return f"""<article id="elComment_{n}" class="cPost ipsBox ipsComment"><aside class="ipsComment_author cAuthorPane"><h3
class="cAuthorPane_author"><strong><a href="https://x.example/profile/{n}-x/">{who}</a></strong></h3><ul class="cAuthorPane_info">
<li>Members</li><li>12</li><li>34 posts</li></ul></aside><div id="comment-{n}_wrap" class="ipsComment_content"><div
class="ipsComment_meta"><p class="ipsComment_header"><a href="?do=findComment&amp;comment={n}">Posted <time
datetime="2009-03-03T03:12:00Z">{day}</time></a></p></div><div class="cPost_contentWrap"><div data-role="commentContent"
class="ipsType_normal ipsType_richText">{words}</div><ul class="ipsComment_controls"><li>Quote</li></ul></div></div></article>"""


def discourse(n, who, day, words):
    return f"""<div id="post_{n}" itemprop="comment" itemscope class="topic-body crawler-post"><div class="crawler-post-meta">
<span class="creator" itemprop="author" itemscope><a itemprop="url" href="https://x.example/u/{n}"><span itemprop="name">{who}</span>
</a></span><span class="crawler-post-infos"><time itemprop="datePublished" datetime="2009-03-03T03:12:00Z" class="post-time">{day}
</time><span itemprop="position">{n}</span></span></div><div class="post" itemprop="text"><p>{words}</p></div><div
itemprop="interactionStatistic"><span class="post-likes">2 Likes</span></div></div>"""


def smf(n, who, day, words):
    return f"""<div class="windowbg{"" if n % 2 else "2"}"><div class="post_wrapper"><div class="poster"><h4><a
href="index.php?action=profile;u={n}" title="View the profile of {who}">{who}</a></h4><ul class="reset smalltext"><li
class="postgroup">Full Member</li><li class="postcount">Posts: 12</li></ul></div><div class="postarea"><div class="keyinfo"><h5
id="subject_{n}"><a href="?msg{n}">Re: The ferry</a></h5><div class="smalltext">« <strong>Reply #{n} on:</strong> {day} »</div>
</div><div class="post"><div class="inner" id="msg_{n}">{words}</div></div></div><div class="moderatorbar"><div
class="smalltext reportlinks">Report to moderator</div></div></div></div>"""


def mybb(n, who, day, words):
    return f"""<div class="post classic" id="post_{n}"><div class="post_author"><strong><span class="largetext"><a
href="member.php?action=profile&amp;uid={n}">{who}</a></span></strong><br><span class="smalltext">Junior Member</span>
<div class="author_statistics">Posts: 12<br>Threads: 3<br>Joined: Mar 2005</div></div><div class="post_content"><div
class="post_head"><span class="post_date">{day}</span></div><div class="post_body" id="pid_{n}">{words}</div><div
class="post_meta"></div></div><div class="post_controls">Find Reply</div></div>"""


def simplepress(n, who, day, words):
    return f"""<div id="post{n}" class="spTopicPostSection sp{"Odd" if n % 2 else "Even"}"><div class="spUserSection"><div
class="spPostUserName">{who}</div><div class="spPostUserPosts">Forum Posts: 12</div><div class="spPostUserRegistered">Member Since:
<br>March 1, 2005</div></div><div class="spPostSection"><div class="spPostIndex">{n}</div><div class="spPostUserDate">{day}</div>
<div class="spPostContentSection"><div class="spPostContent"><p>{words}</p></div></div></div></div>"""


def bbpress(n, who, day, words):
    return f"""<div id="post-{n}" class="bbp-reply-header"><div class="bbp-meta"><span class="bbp-reply-post-date">{day}</span>
<a class="bbp-reply-permalink">#{n}</a></div></div><div class="loop-item-{n} post-{n} reply type-reply"><div
class="bbp-reply-author"><a href="https://x.example/forums/users/x{n}/" class="bbp-author-link"><span class="bbp-author-name">{who}
</span></a><div class="bbp-author-role">Participant</div></div><div class="bbp-reply-content"><p>{words}</p></div></div>"""


def woltlab(n, who, day, words):
    return f"""<li id="post{n}" class="anchorFixedHeader"><article class="message jsMessage" itemscope
itemtype="http://schema.org/Comment"><aside class="messageSidebar member"><div class="messageAuthor"><a
href="https://x.example/user/{n}-x/" class="username userLink" itemprop="name">{who}</a></div><dl class="plain dataList"><dt>Beiträge
</dt><dd>12</dd></dl></aside><div class="messageContent"><header class="messageHeader"><ul class="messageHeaderMetaData"><li><a
class="messagePublicationTime"><time datetime="2009-03-03T03:12:00+01:00">{day}</time></a></li></ul></header><div
class="messageBody"><div class="messageText" itemprop="text"><p>{words}</p></div></div></div></article></li>"""


def khoros(n, who, day, words):
    return f"""<div class="lia-linear-display-message-view"><div class="MessageView lia-message-view-forum-message
lia-message-uid-{n}"><div class="lia-message-author"><a class="lia-link-navigation lia-user-name-link"
href="/t5/user/viewprofilepage/user-id/{n}"><span class="login-bold">{who}</span></a><div class="lia-user-rank">Visitor</div></div>
<p class="lia-message-dates"><span class="DateTime lia-message-posted-on"><span class="local-date">{day}</span></span></p><div
class="lia-message-body"><div class="lia-message-body-content"><p>{words}</p></div></div><div class="lia-quilt-row-footer">Reply
</div></div></div>"""


def kubrick(n, who, day, words):
    return f"""<li class="{"alt" if n % 2 else ""}" id="comment-{n}"><cite>{who}</cite> Says:<br><small class="commentmetadata"><a
href="#comment-{n}">{day}</a></small><p>{words}</p></li>"""


def twentyten(n, who, day, words):
    return f"""<li class="comment byuser even" id="li-comment-{n}"><div id="comment-{n}"><div class="comment-author vcard"><cite
class="fn">{who}</cite> <span class="says">says:</span></div><div class="comment-meta commentmetadata"><a>{day}</a></div><div
class="comment-body"><p>{words}</p></div><div class="reply"><a>Reply</a></div></div></li>"""


def blogger_old(n, who, day, words):
    return f"""<dt class="comment-author" id="c{n}"><a name="c{n}"></a><a href="http://www.blogger.com/profile/{n}" rel="nofollow">{who}
</a> said...</dt><dd class="comment-body"><p>{words}</p></dd><dd class="comment-footer"><span class="comment-timestamp"><a
href="#c{n}" title="comment permalink">{day}</a></span></dd>"""


def blogger_new(n, who, day, words):
    return f"""<li class="comment" id="c{n}"><div class="comment-block"><div class="comment-header"><cite class="user"><a>{who}</a></cite>
<span class="icon user"></span><span class="datetime secondary-text"><a>{day}</a></span></div><p class="comment-content">{words}</p>
<span class="comment-actions secondary-text"><a>Reply</a><a>Delete</a></span></div></li>"""


def drupal(n, who, day, words):
    return f"""<a id="comment-{n}"></a><div class="comment comment-by-anonymous clearfix"><h3><a href="/node/1#comment-{n}">The ferry</a></h3>
<div class="submitted">Submitted by <span class="username">{who}</span> on {day}.</div><div class="content"><p>{words}</p></div>
<ul class="links inline"><li class="comment-reply"><a>reply</a></li></ul></div>"""


def divs(n, who, day, words):
    return f"""<div class="cmt"><span class="user">{who}</span> <span class="when">{day}</span><p>{words}</p><a>Like</a> <a>Reply</a></div>"""


def dates_after(n, who, day, words):
    return f"""<div class="item"><div class="txt">{words}</div><div class="who">{who}</div><div class="at">{day}</div></div>"""


def definitions(n, who, day, words):
    return f"""<dt><b>{who}</b>, {day}</dt><dd>{words}</dd>"""


def cells(n, who, day, words):
    return f"""<tr><td><b>{who}</b><br>{day}</td><td>{words}</td></tr>"""


def paragraphs(n, who, day, words):
    return f"""<p><b>{who}</b> wrote on {day}:</p><blockquote>{words}</blockquote><hr>"""


def plugin(n, who, day, words):
    return f"""<div class="fbFeedbackPost"><div class="postActor"><a class="profileName" href="https://x.example/{n}">{who}</a><div
class="fsm">Ferry operator</div></div><div class="postContent"><div class="postText">{words}</div></div><div
class="stat_elem"><a>Like</a> · <a>Reply</a> · <abbr class="livetimestamp">{day}</abbr></div></div>"""


def answers(n, who, day, words):
    return f"""<div id="answer-{n}" class="answer" itemscope itemtype="https://schema.org/Answer"><div class="votecell"><span>12</span></div>
<div class="answercell"><div class="s-prose js-post-body" itemprop="text"><p>{words}</p></div><a>Share</a><div class="user-info"><div
class="user-action-time">answered <span title="2009-03-03 03:12:10Z" class="relativetime">{day}</span></div><div
class="user-details" itemprop="author"><a href="/users/{n}/x">{who}</a></div></div></div></div>"""


FLAT: dict[str, tuple[Layout, list[str], str]] = {
    "vBulletin 3": (vbulletin3, US, "<div id=posts>{}</div>"),
    "vBulletin 3, yesterday": (vbulletin3, NEAR, "<div id=posts>{}</div>"),
    "vBulletin 4": (vbulletin4, US, "<ol id=posts class=posts>{}</ol>"),
    "vBulletin 5": (vbulletin5, US, "<ul class=conversation-list>{}</ul>"),
    "phpBB 2": (phpbb2, WEEKDAY, "<table class=forumline><tr><th>Author</th><th>Message</th></tr>{}</table>"),
    "phpBB 3": (phpbb3, WEEKDAY, "<div id=page-body>{}</div>"),
    "FluxBB": (fluxbb, ["2009-03-03 03:12:10", *["2009-03-04 13:00:01"] * 3], "<div id=brdmain>{}</div>"),
    "XenForo 1": (xenforo1, ["Mar 3, 2009"] * 4, "<ol class=messageList>{}</ol>"),
    "XenForo 2": (xenforo2, ["Mar 3, 2009"] * 4, "<div class=block-body>{}</div>"),
    "Invision 3": (invision3, ["03 March 2009 - 03:12 AM"] * 4, "<div id=ips_Posts>{}</div>"),
    "Invision 4": (invision4, ["March 3, 2009"] * 4, "<div id=elPostFeed>{}</div>"),
    "Discourse": (discourse, ["March 3, 2009,  3:12am".replace("  ", " ")] * 4, "<div>{}</div>"),
    "SMF": (smf, ["March 03, 2009, 03:12:10 AM"] * 4, "<form id=quickModForm>{}</form>"),
    "MyBB": (mybb, ["03-13-2009, 03:12 AM"] * 4, "<div id=posts>{}</div>"),
    "Simple:Press": (simplepress, LONG, "<div class=spPostList>{}</div>"),
    "bbPress": (bbpress, LONG, "<ul class='forums bbp-replies'><li class=bbp-body>{}</li></ul>"),
    "WoltLab": (woltlab, ["3. März 2009, 03:12"] * 4, "<ul class=messageList>{}</ul>"),
    "Khoros": (khoros, ["03-13-2009 03:12 AM"] * 4, "<div class=lia-component-message-list>{}</div>"),
    "WordPress, Kubrick": (kubrick, ["March 3rd, 2009 at 3:12 am"] * 4, "<ol class=commentlist>{}</ol>"),
    "WordPress, Twenty Ten": (twentyten, LONG, "<div id=comments><ol class=commentlist>{}</ol></div>"),
    "Blogger, old": (blogger_old, LONG, "<dl id=comments-block>{}</dl>"),
    "Blogger, new": (blogger_new, LONG, "<div id=comments><ol>{}</ol></div>"),
    "Drupal": (drupal, ["Tue, 03/13/2009 - 03:12"] * 4, "<div id=comments>{}</div>"),
    "divs": (divs, AGO, "<div class=cmts>{}</div>"),
    "divs, days": (divs, DAYS, "<div>{}</div>"),
    "author and date after the words": (dates_after, LONG, "<div class=discussion>{}</div>"),
    "definition list": (definitions, ["3 March 2009 10:12"] * 4, "<dl>{}</dl>"),
    "table without classes": (cells, ["3 March 2009, 10:12"] * 4, "<table>{}</table>"),
    "paragraphs without classes": (paragraphs, DAYS, "<div id=guestbook>{}</div>"),
    "plug-in": (plugin, AGO, "<div class=fbFeedbackPosts>{}</div>"),
    "answers": (answers, ["Mar 3 '09 at 3:12"] * 4, "<div id=answers>{}</div>"),
    "German": (divs, ["vor 2 Tagen", "vor 2 Tagen", "Gestern, 10:32", "Heute, 09:15"], "<div class=kommentare>{}</div>"),
    "French": (divs, ["il y a 2 jours", "hier à 10:32", "3 mars 2009 à 10:12", "3 mars 2009"], (
        "<div class=avis>{}</div>"
    )),
}  # fmt: skip

PAGE = """<!doctype html><html><head><title>The ferry - Upton Talk</title></head><body>
<div class="menu"><ul><li><a href="/">Home</a></li><li><a href="/members">Members</a></li><li><a href="/rules">Rules</a></li></ul></div>
<h1>The ferry</h1>{}<div class="side"><h3>Latest threads</h3><ul><li><a href="/t/1">Boats for sale, and what to ask</a></li>
<li><a href="/t/2">Who has seen the heron of the north bank</a></li></ul></div><div class="foot">Powered by Forum Software</div></body></html>"""


def read(source: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode()))
    assert isinstance(found, Account)
    return found


def posts(found: Account) -> list[tuple[str | None, str | None, str]]:
    return [
        (post.author and found.cut(post.author), post.date and found.cut(post.date).replace("\u00a0", " "),
         " ".join(found.cut(span) for span in post.words))
        for post in found.thread
    ]  # fmt: skip


@pytest.mark.parametrize("name", FLAT)
def test_posts_of_a_flat_thread_have_author_date_and_words(name):
    layout, days, around = FLAT[name]
    thread = "\n".join(layout(n, who, days[n - 1], words) for n, (who, words) in enumerate(SAID, 1))
    found = read(PAGE.format(around.format(thread)))
    assert posts(found) == [(who, day, words) for (who, words), day in zip(SAID, days, strict=True)]
    assert [post.reply_to for post in found.thread] == [None] * 4


def test_two_who_say_the_same_few_words_are_two_posts():
    posts = "".join(
        f'<li id="comment-{n}" class="comment"><cite class="fn">Guest</cite><time datetime="2021-03-0{n}">March {n}, '
        f"2021</time>"
        f"<p>{words}</p></li>"
        for n, words in enumerate(
            ("Resign, the lot of you!", "Resign, the lot of you!", "My cousin rows; he knew before."), 1
        )
    )
    html = f"<h1>Talks end</h1><article>{'<p>The ferry left the harbour at noon, and the envoy was not on it.</p>' * 4}</article><ol>{posts}</ol>"
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert len(found.thread) == 3
    assert found.published is None


def test_a_post_that_reaches_behind_the_last_word_of_its_page_is_read():
    source = "<div class=comment id=c1><div class=comment id=c1> a\n b <a href=/u/x><textarea>\x0c&nbsp;"
    assert isinstance(segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode())), Account)


@pytest.mark.flaky(reruns=4)
def test_names_beside_dates_are_looked_for_once_however_many_posts_hold_them():
    def taken(count: int) -> float:
        posts = "".join(
            f'<c-x class="c x" id="c{n}"><p>1 May 2020, 12:30</p><p>!!! many words</p>' for n in range(count)
        )
        begun = time.process_time()
        segment(Page(url="x", retrieved=None, media_type="text/html", body=posts.encode()))
        return time.process_time() - begun

    taken(250)
    assert taken(4000) < 8 * taken(1000) + 0.05
