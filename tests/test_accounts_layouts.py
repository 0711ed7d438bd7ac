"""Threads in the templates of many more systems, and lists that are none. The words are invented; the markup is each
system's own."""

import pytest

from test_accounts_threads import AGO, DAYS, LONG, PAGE, SAID, STAMP, US, WEEKDAY, Layout, posts, read

DOTS = ["03.03.2009, 03:12", "03.03.2009, 09:15", "04.03.2009, 13:00", "06.03.2009, 20:30"]
SHORT = ["Mar 3, 2009", "Mar 3, 2009", "Mar 4, 2009", "Mar 6, 2009"]
FRENCH = ["03/03/2009 à 03h12", "03/03/2009 à 09h15", "04/03/2009 à 13h00", "06/03/2009 à 20h30"]


def prosilver33(n, who, day, words):
    return f"""<div id="p{n}" class="post has-profile bg{n % 2 + 1}"><div class="inner"><dl class="postprofile" id="profile{n}">
<dt class="has-profile-rank no-avatar"><div class="avatar-container"></div><a href="./memberlist.php?mode=viewprofile&amp;u={n}"
style="color:#AA0000" class="username-coloured">{who}</a></dt><dd class="profile-rank">Site Admin<br></dd><dd
class="profile-posts"><strong>Posts:</strong> <a href="./search.php?author_id={n}">12</a></dd><dd class="profile-joined">
<strong>Joined:</strong> Tue Mar 01, 2005 3:12 am</dd></dl><div class="postbody"><div id="post_content{n}"><h3 {"class=first" * (n == 1)}><a
href="./viewtopic.php?p={n}#p{n}">{"" if n == 1 else "Re: "}The ferry</a></h3><ul class="post-buttons"><li><a
href="./posting.php?mode=quote" title="Reply with quote" class="button"><i class="icon"></i><span>Quote</span></a></li></ul><p
class="author"><a class="unread" href="./viewtopic.php?p={n}#p{n}" title="Post"><i></i><span class="sr-only">Post</span></a><span
class="responsive-hide">by <strong><a href="./memberlist.php?mode=viewprofile&amp;u={n}" class="username-coloured">{who}</a></strong>
&raquo; </span><time datetime="{STAMP[n - 1]}">{day}</time></p><div class="content">{words}</div><div class="notice">Last edited by
<a href="./memberlist.php?mode=viewprofile&amp;u={n}" class="username">{who}</a> on Sat Mar 07, 2009 1:00 am, edited 1 time in total.</div>
<div id="sig{n}" class="signature">Row your boat, gently down the stream</div></div></div><div class="back2top"><a href="#top"
class="top" title="Top"><span class="sr-only">Top</span></a></div></div></div><hr class="divider">"""


def subsilver2(n, who, day, words):
    return f"""<table class="tablebg" width="100%" cellspacing="1"><tr class="row{n % 2 + 1}"><td align="center" valign="middle"><a
name="p{n}"></a><b class="postauthor">{who}</b></td><td width="100%" height="25"><table width="100%"><tr><td class="gensmall"
width="100%"><div style="float: left;">&nbsp;<b>Post subject:</b> Re: The ferry</div><div style="float: right;"><a
href="./viewtopic.php?p={n}#p{n}"><img></a><b>Posted:</b> {day}&nbsp;</div></td></tr></table></td></tr><tr class="row{n % 2 + 1}"><td
valign="top" class="profile"><table><tr><td><img></td></tr></table><span class="postdetails"><br><b>Joined:</b> Tue Mar 01, 2005 3:12 am
<br><b>Posts:</b> 12</span></td><td valign="top"><table width="100%"><tr><td><div class="postbody">{words}</div><br clear="all"></td>
</tr></table></td></tr><tr class="row{n % 2 + 1}"><td class="profile"><strong><a href="#wrapheader">Top</a></strong></td><td><div
class="gensmall"><a href="./memberlist.php?mode=viewprofile&amp;u={n}"><img alt="Profile"></a></div></td></tr></table>"""


def smf21(n, who, day, words):
    return f"""<div class="windowbg" id="msg{n}"><div class="post_wrapper"><div class="poster"><h4><span class="off"></span><a
href="index.php?action=profile;u={n}" title="View the profile of {who}">{who}</a></h4><ul class="user_info"><li class="membergroup">
Jr. Member</li><li class="icons"></li><li class="postcount">Posts: 12</li></ul></div><div class="postarea"><div class="keyinfo"><div
id="subject_{n}" class="subject_title"><a href="index.php?topic=1.msg{n}#msg{n}">{"" if n == 1 else "Re: "}The ferry</a></div><div
class="postinfo"><span class="messageicon"><img></span><a href="index.php?topic=1.msg{n}#msg{n}" rel="nofollow" class="smalltext"
title="Reply #{n} - The ferry">{day}</a></div></div><div class="post"><div class="inner" data-msgid="{n}" id="msg_{n}">{words}</div>
</div><div class="under_message"><ul class="quickbuttons"><li><a>Quote</a></li></ul></div></div><div class="moderatorbar"><div
class="signature" id="msg_{n}_signature">Row your boat, gently down the stream</div></div></div></div>"""


def smf11(n, who, day, words):
    return f"""<tr><td class="windowbg{n % 2 + 1}"><table width="100%"><tr><td valign="top" width="16%" rowspan="2"><b><a
href="http://x.example/index.php?action=profile;u={n}" title="View the profile of {who}">{who}</a></b><div class="smalltext">Newbie<br><img
alt="*"><br>Posts: 12<br></div></td><td valign="top" width="85%"><table width="100%"><tr><td align="left"><a><img></a></td><td><div
style="font-weight: bold;" id="subject_{n}"><a href="http://x.example/index.php?topic=1.msg{n}#msg{n}">{"" if n == 1 else "Re: "}The ferry</a>
</div><div class="smalltext">&#171; <b>{f"Reply #{n} on:" if n > 1 else "on:"}</b> {day} &#187;</div></td></tr></table><hr><div
class="post">{words}</div></td></tr><tr><td class="smalltext"><div id="modified_{n}"></div></td></tr></table></td></tr>"""


def mybb18(n, who, day, words):
    return f"""<a name="pid{n}" id="pid{n}"></a><div class="post classic" style="" id="post_{n}"><div class="post_author scaleimages">
<div class="author_avatar"><a href="member.php?action=profile&amp;uid={n}"><img></a></div><div class="author_information"><strong><span
class="largetext"><a href="https://x.example/member.php?action=profile&amp;uid={n}">{who}</a></span></strong><br><span class="smalltext">
Junior Member<br><img alt="*"></span></div><div class="author_statistics">Posts: 12<br>Threads: 3<br>Joined: Mar 2005<br>Reputation:
<strong class="reputation_neutral">0</strong></div></div><div class="post_content"><div class="post_head"><div class="float_right">
<strong><a href="showthread.php?tid=1&amp;pid={n}#pid{n}">#{n}</a></strong></div><span class="post_date">{day} <span
class="post_edit" id="edited_by_{n}"></span></span></div><div class="post_body scaleimages" id="pid_{n}">{words}</div><div
class="signature scaleimages">Row your boat, gently down the stream</div><div class="post_meta" id="post_meta_{n}"></div></div><div
class="post_controls"><div class="postbit_buttons author_buttons float_left"><a class="postbit_find"><span>Find</span></a></div><div
class="postbit_buttons post_management_buttons float_right"><a class="postbit_quote"><span>Reply</span></a></div></div></div>"""


def ipb2(n, who, day, words):
    return f"""<table class="ipbtable" cellspacing="1"><tr><td valign="middle" class="row2" width="1%"><a name="entry{n}"></a><div
id="post-member-{n}" class='popmenubutton-new-out'><span class="normalname"><a href="index.php?showuser={n}">{who}</a></span></div></td>
<td class="row2" valign="middle" width="99%"><div style="float: left;"><span class="postdetails"><img alt="post"> {day}</span></div><div
align="right"><span class="postdetails">Post <a href="#" onclick="link_to_post({n})">#{n}</a></span></div></td></tr><tr><td valign="top"
class="post2"><span class="postdetails"><br>Member<br><br>Group: Members<br>Posts: 12<br>Joined: 1-March 05<br>Member No.: {n}<br></span>
</td><td width="100%" valign="top" class="post2" id='post-main-{n}'><div class="postcolor" id='post-{n}'>{words}</div></td></tr><tr><td
class="formbuttonrow" nowrap="nowrap"><a href="javascript:scroll(0,0);">Go to the top of the page</a></td><td class="formbuttonrow"><a>
+Quote Post</a></td></tr></table>"""


def punbb14(n, who, day, words):
    return f"""<div class="post {"odd" if n % 2 else "even"} {"firstpost" * (n == 1)} replypost"><div id="p{n}" class="posthead"><h3
class="hn post-ident"><span class="post-num">{n}</span> <span class="post-byline"><span>{"Topic" if n == 1 else "Reply"} by </span><a
title="Go to {who}'s profile" href="http://x.example/user/{n}/">{who}</a></span> <span class="post-link"><a class="permalink" rel="bookmark"
title="Permanent link to this post" href="http://x.example/post/{n}/#p{n}">{day}</a></span></h3></div><div class="postbody"><div
class="post-author"><ul class="author-ident"><li class="username"><a href="http://x.example/user/{n}/">{who}</a></li><li class="usertitle">
<span>Member</span></li><li class="userstatus"><span>Offline</span></li></ul><ul class="author-info"><li><span>Registered: <strong>
2005-03-01</strong></span></li><li><span>Posts: <strong>12</strong></span></li></ul></div><div class="post-entry"><h4 id="pc{n}"
class="entry-title hn">{"" if n == 1 else "Re: "}The ferry</h4><div class="entry-content"><p>{words}</p></div></div></div><div class="postfoot">
<div class="post-options"><p class="post-actions"><span class="report-post"><a>Report</a></span> <span class="quote-post"><a>Quote</a>
</span></p></div></div></div>"""


def vanilla(n, who, day, words):
    return f"""<li class="Item {"Alt " * (n % 2)}ItemComment" id="Comment_{n}"><div class="Comment"><div class="Item-Header CommentHeader"><div
class="AuthorWrap"><span class="Author"><a title="{who}" href="/profile/{n}/x" class="PhotoWrap"><img class="ProfilePhoto"></a><a
href="/profile/{n}/x" class="Username">{who}</a></span><span class="AuthorInfo"><span class="MItem AuthorTitle">Member</span> <span
class="MItem Rank">✭✭</span></span></div><div class="Meta CommentMeta CommentInfo"><span class="MItem DateCreated"><a
href="/discussion/comment/{n}#Comment_{n}" class="Permalink" rel="nofollow"><time title="{day}" datetime="{STAMP[n - 1]}">{day}</time></a>
</span></div></div><div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent"><p>{words}</p></div><div
class="Reactions"></div></div></div></div></li>"""


def nodebb(n, who, day, words):
    return f"""<li component="post" class="pt-4 self-post" data-index="{n - 1}" data-pid="{n}" data-uid="{n}" data-timestamp="123605{n}930000"
data-username="{who}" itemprop="comment" itemtype="http://schema.org/Comment" itemscope><meta itemprop="datePublished"
content="{STAMP[n - 1]}"><a component="post/anchor" data-index="{n - 1}" id="{n - 1}"></a><div class="d-flex post-container"><div
class="bg-body d-none d-sm-block"><a class="d-inline-block position-relative text-decoration-none" href="/user/x{n}" aria-label="Profile: {who}"
><span class="avatar" alt="{who}" title="{who}">{who[0].upper()}</span><span component="user/status" class="status offline"><span
class="visually-hidden">Offline</span></span></a></div><div class="post-header"><div class="d-flex"><a class="fw-bold text-nowrap"
href="/user/x{n}" data-username="{who}" data-uid="{n}">{who}</a></div><div class="d-flex text-muted"><span>wrote</span> <a
class="text-muted timeago" href="/post/{n}" title="{STAMP[n - 1]}">on {day}</a><span>last edited by</span></div><span
class="d-inline-block bookmarked"><a href="/post/{n}" class="post-index">#{n}</a></span></div><div class="content mt-2" component="post/content"
itemprop="text"><p dir="auto">{words}</p></div><div component="post/footer" class="post-footer"><a component="post/reply-count"
class="threaded-replies"><span class="replies-count">1 Reply</span></a><div class="post-tools"><a component="post/reply">Reply</a><a
component="post/quote">Quote</a></div><div class="votes"><span component="post/vote-count">0</span></div></div></div></li>"""


def flarum(n, who, day, words):
    return f"""<div class="PostStream-item" data-index="{n - 1}" data-time="{STAMP[n - 1]}" data-number="{n}" data-id="{n}" data-type="comment">
<article class="Post CommentPost"><div><header class="Post-header"><ul><li class="item-user"><div class="PostUser"><h3 class="PostUser-name"><a
href="/u/x{n}"><img class="Avatar PostUser-avatar"><span class="username">{who}</span></a></h3><ul class="PostUser-badges badges"></ul></div>
</li><li class="item-meta"><div class="Dropdown PostMeta"><a class="Dropdown-toggle"><time pubdate datetime="{STAMP[n - 1]}" title="{day}"
data-humantime>{day}</time></a></div></li></ul></header><div class="Post-body"><p>{words}</p></div><aside class="Post-actions"><ul><li
class="item-reply"><button class="Button Button--link" type="button">Reply</button></li></ul></aside><footer class="Post-footer"><ul></ul>
</footer></div></article></div>"""


def kunena(n, who, day, words):
    return f"""<div class="topic-item row message"><div class="col-md-2 hidden-phone"><ul class="unstyled center profilebox"><li><strong><span
class="kwho-user hasTooltip">{who}</span></strong></li><li><span class="kavatar"><img></span></li><li><span class="label">Offline</span></li><li>
Senior Member</li></ul></div><div class="col-md-10 message-published"><small class="text-muted pull-right"><span class="kdate"
title="3 weeks ago">{day}</span> <a href="#{n}" id="{n}" rel="canonical">#{n}</a></small><div class="badger-left badger-info message-reply"
data-badger="{who} replied the topic: The ferry"><div class="kmessage"><p class="kmsg">{words}</p></div></div></div></div>"""


def buddypress(n, who, day, words):
    return f"""<li class="groups activity_update activity-item" id="activity-{n}"><div class="activity-avatar"><a href="/members/x{n}/"><img></a></div>
<div class="activity-content"><div class="activity-header"><p><a href="/members/x{n}/">{who}</a> posted an update <a
href="/activity/p/{n}/" class="view activity-time-since"><span class="time-since">{day}</span></a></p></div><div class="activity-inner"><p>
{words}</p></div><div class="activity-meta"><a class="button acomment-reply">Comment <span>0</span></a></div></div></li>"""


def drupal8(n, who, day, words):
    return f"""<article data-comment-user-id="0" id="comment-{n}" class="js-comment comment by-anonymous clearfix"><span class="hidden"
data-comment-timestamp="123605{n}930"></span><footer class="comment__meta"><article class="profile"></article><p class="comment__author">
<span>{who}</span></p><p class="comment__time">{day}</p><p class="comment__permalink"><a href="/comment/{n}#comment-{n}" hreflang="en">
Permalink</a></p></footer><div class="comment__content"><h3><a href="/comment/{n}#comment-{n}" class="permalink" rel="bookmark">The ferry</a>
</h3><div class="clearfix text-formatted field field--name-comment-body field__item"><p>{words}</p></div><ul class="links inline"><li
class="comment-reply"><a href="/comment/reply/node/1/comment/{n}">Reply</a></li></ul></div></article>"""


def reddit_old(n, who, day, words):
    return f"""<div class=" thing id-t1_c{n} noncollapsed comment " id="thing_t1_c{n}" data-fullname="t1_c{n}" data-type="comment" data-author="{who}">
<p class="parent"><a name="c{n}"></a></p><div class="midcol unvoted"><div class="arrow up"></div><div class="arrow down"></div></div><div
class="entry unvoted"><p class="tagline"><a href="javascript:void(0)" class="expand">[–]</a><a href="https://old.reddit.example/user/{n}"
class="author may-blank id-t2_{n}">{who}</a><span class="userattrs"></span> <span class="score dislikes" title="4">4 points</span><span
class="score unvoted" title="5">5 points</span><span class="score likes" title="6">6 points</span> <time title="Tue Mar 3 03:12:10 2009 UTC"
datetime="{STAMP[n - 1]}" class="live-timestamp">{day}</time>&nbsp;<a href="javascript:void(0)" class="numchildren">(1 child)</a></p><form
class="usertext"><input type="hidden"><div class="usertext-body may-blank-within md-container"><div class="md"><p>{words}</p></div></div></form>
<ul class="flat-list buttons"><li class="first"><a class="bylink">permalink</a></li><li><a>embed</a></li><li><a>save</a></li><li><a>report</a></li>
<li><a>reply</a></li></ul></div><div class="child"></div><div class="clearleft"></div></div>"""


def reddit_new(n, who, day, words):
    return f"""<shreddit-comment author="{who}" thingid="t1_c{n}" depth="0" permalink="/r/x/comments/1/_/c{n}/" score="5"><div slot="commentAvatar">
<a href="/user/x{n}/"><img></a></div><div slot="commentMeta"><div class="flex"><a class="truncate font-bold" href="/user/x{n}/">{who}</a></div><span>•</span>
<a href="/r/x/comments/1/comment/c{n}/" rel="nofollow noopener"><faceplate-timeago ts="{STAMP[n - 1]}"><time datetime="{STAMP[n - 1]}"
title="x">{day}</time></faceplate-timeago></a></div><div id="t1_c{n}-comment-rtjson-content" class="md text-14" slot="comment"><div class="py-0"><p>
{words}</p></div></div><shreddit-comment-action-row slot="actionRow"><button>Reply</button></shreddit-comment-action-row></shreddit-comment>"""


def hacker_news(n, who, day, words):
    return f"""<tr class="athing comtr" id="{n}"><td><table border="0"><tr><td class="ind" indent="0"><img height="1" width="0"></td><td valign="top"
class="votelinks"><center><a id="up_{n}" href="vote?id={n}"><div class="votearrow" title="upvote"></div></a></center></td><td class="default"><div
style="margin-top:2px; margin-bottom:-10px;"><span class="comhead"><a href="user?id={n}" class="hnuser">{who}</a> <span class="age"
title="{STAMP[n - 1]}"><a href="item?id={n}">{day}</a></span> <span id="unv_{n}"></span><span class="navs"> | <a href="#{n}" class="clicky"
aria-hidden="true">next</a> <a class="togg clicky" id="{n}">[–]</a><span class="onstory"></span></span></span></div><br><div class="comment"><div
class="commtext c00">{words}</div><div class="reply"><p><font size="1"><u><a href="reply?id={n}" rel="nofollow">reply</a></u></font></div></div></td>
</tr></table></td></tr>"""


def lobsters(n, who, day, words):
    return f"""<li class="comments_subtree"><input id="comment_folder_c{n}a" class="comment_folder_button" type="checkbox"><div id="c_c{n}a"
class="comment" data-shortid="c{n}a"><label for="comment_folder_c{n}a" class="comment_folder"></label><div class="voters"><a class="upvoter">5</a>
</div><div class="details"><div class="byline"><a href="/~x{n}"><img class="avatar"></a> <a href="/~x{n}">{who}</a> <span title="2009-03-03 03:12:10
-0600">{day}</span> | <a href="/c/c{n}a">link</a> <span class="reason"></span></div><div class="comment_text"><p>{words}</p></div></div></div></li>"""


def slashdot(n, who, day, words):
    return f"""<li id="tree_{n}" class="comment depth-0"><div id="comment_status_{n}" class="commentstatus"></div><div id="comment_{n}" class="cw"><div
id="comment_top_{n}" class="commentTop"><div class="title"><h4><a name="{n}" href="//x.example/comments.pl?cid={n}">Re:The ferry</a> <span
class="score">(Score:5, Insightful)</span></h4></div><div class="details"><span class="by">by <a href="//x.example/~x{n}">{who}</a> </span><span
class="otherdetails" id="comment_otherdetails_{n}">on {day} (<a href="//x.example/comments.pl?cid={n}">#{n}</a>)</span></div></div><div
class="commentBody"><div id="comment_body_{n}">{words}</div></div><div class="commentSub" id="comment_sub_{n}"><span class="nbutton"><p><b><a>Reply to This
</a></b></p></span></div></div></li>"""


def wordpress_block(n, who, day, words):
    return f"""<li id="comment-{n}" class="comment even thread-even depth-1"><div class="wp-block-columns"><div class="wp-block-column"
style="flex-basis:40px"><div class="wp-block-avatar"><img></div></div><div class="wp-block-column"><div class="has-small-font-size
wp-block-comment-author-name">{who}</div><div class="wp-block-group"><div class="has-small-font-size wp-block-comment-date"><time
datetime="{STAMP[n - 1]}"><a href="https://x.example/a/#comment-{n}">{day}</a></time></div></div><div class="wp-block-comment-content"><p>{words}</p>
</div><div class="wp-block-comment-reply-link"><a rel="nofollow" class="comment-reply-link">Reply</a></div></div></div></li>"""


def wordpress_html5(n, who, day, words):
    return f"""<li id="comment-{n}" class="comment even depth-1"><article id="div-comment-{n}" class="comment-body"><footer class="comment-meta"><div
class="comment-author vcard"><img class="avatar"><b class="fn"><a href="http://x.example" rel="external nofollow ugc" class="url">{who}</a></b> <span
class="says">says:</span></div><div class="comment-metadata"><a href="https://x.example/a/#comment-{n}"><time datetime="{STAMP[n - 1]}">{day}</time></a>
<span class="edit-link"><a class="comment-edit-link">Edit</a></span></div><em class="comment-awaiting-moderation">Your comment is awaiting moderation.</em>
</footer><div class="comment-content"><p>{words}</p></div><div class="reply"><a rel="nofollow" class="comment-reply-link">Reply</a></div></article></li>"""


def typepad(n, who, day, words):
    return f"""<div class="comment comment-{"odd" if n % 2 else "even"} font-entrybody" id="comment-6a00d8341c{n}"><div class="comment-avatar"><img></div><div
class="comment-content font-entrybody" id="comment-6a00d8341c{n}-content"><span id="comment-6a00d8341c{n}-content"><p>{words}</p></span></div><p
class="comment-footer font-entryfooter">Posted by: <a rel="nofollow" title="http://x.example" href="http://x.example">{who}</a> | <a rel="nofollow"
href="http://x.example/a.html?cid=6a00d8341c{n}#comment-6a00d8341c{n}">{day}</a></p></div>"""


def movable_type(n, who, day, words):
    return f"""<div class="comment" id="comment-{n}"><div class="inner"><div class="comment-header"><div class="user-pic no-pic"></div><div
class="asset-meta"><span class="byline"><span class="vcard author">{who}</span> | <a href="#comment-{n}"><abbr class="published" title="{STAMP[n - 1]}">
{day}</abbr></a> | <a title="Reply" href="javascript:void(0);">Reply</a></span></div></div><div class="comment-content"><p>{words}</p></div></div></div>"""


def livejournal(n, who, day, words):
    return f"""<div class="comment-wrap"><div id="ljcmt{n}" class="ljcmt_full"><a name="t{n}"></a><div class="comment"><div class="comment-inner"><div
class="comment-head"><div class="comment-head-in"><p class="comment-poster-subject"><span class="ljuser i-ljuser" lj:user="{who}"><a
href="https://x.livejournal.example/profile" class="i-ljuser-profile"><img></a><a href="https://x.livejournal.example/" class="i-ljuser-username"><b>{who}</b></a>
</span></p><p class="comment-head-data"><a href="https://x.livejournal.example/1.html?thread={n}#t{n}" class="comment-permalink"><span title="16 years">
{day}</span></a></p></div></div><div class="comment-body"><div class="comment-text">{words}</div></div><div class="comment-menu"><ul><li><a>Reply</a></li>
<li><a>Thread</a></li></ul></div></div></div></div></div>"""


def rdfa(n, who, day, words):
    return f"""<div typeof="schema:Comment" about="/node/1#c{n}"><p><span property="schema:author">{who}</span>, <time property="schema:dateCreated"
datetime="{STAMP[n - 1]}">{day}</time></p><div property="schema:text"><p>{words}</p></div></div>"""


def user_comments(n, who, day, words):
    return f"""<div itemprop="comment" itemscope itemtype="http://schema.org/UserComments"><b itemprop="creator" itemscope
itemtype="http://schema.org/Person"><span itemprop="name">{who}</span></b> <time itemprop="commentTime" datetime="{STAMP[n - 1]}">{day}</time><p
itemprop="commentText">{words}</p></div>"""


def webmention(n, who, day, words):
    return f"""<li class="u-comment h-cite"><a class="p-author h-card u-url" href="https://x.example/{n}"><img class="u-photo"> {who}</a> <a class="u-url"
href="https://x.example/r/{n}"><time class="dt-published" datetime="{STAMP[n - 1]}">{day}</time></a><div class="p-content p-name">{words}</div></li>"""


def question2answer(n, who, day, words):
    return f"""<div class="qa-a-list-item hentry answer" id="a{n}"><form><div class="qa-voting qa-voting-net" id="voting_{n}"><span
class="qa-netvote-count-data">0</span><span class="qa-netvote-count-pad"> votes</span></div></form><div class="qa-a-item-main"><form><div
class="qa-a-item-content"><a name="{n}"></a><div class="entry-content">{words}</div></div><span class="qa-a-item-meta"><a href="./1/x?show={n}#a{n}"
class="qa-a-item-what">answered</a> <span class="qa-a-item-when"><span class="qa-a-item-when-data"><span class="published"><span class="value-title"
title="{STAMP[n - 1]}"></span>{day}</span></span></span> <span class="qa-a-item-who"><span class="qa-a-item-who-pad">by </span><span
class="qa-a-item-who-data"><span class="vcard author"><a href="./user/x{n}" class="qa-user-link url fn entry-title nickname">{who}</a></span></span>
<span class="qa-a-item-who-points"><span class="qa-a-item-who-points-pad">(</span><span class="qa-a-item-who-points-data">120</span><span
class="qa-a-item-who-points-pad"> points)</span></span></span></span></form></div></div>"""


def guardian(n, who, day, words):
    return f"""<li class="d-comment d-comment--top-level" id="comment-{n}" data-comment-id="{n}" data-comment-author="{who}" itemscope
itemtype="http://schema.org/Comment" itemprop="comment"><div class="d-comment__inner"><div class="d-comment__meta"><a class="d-comment__avatar-wrapper"><img></a>
<div class="d-comment__meta-text"><span class="d-comment__author" title="{who}" itemprop="author" itemscope itemtype="http://schema.org/Person"><a
href="https://profile.x.example/user/id/{n}"><span itemprop="givenName">{who}</span></a></span><div><a class="d-comment__timestamp" href="https://x.example/c/{n}">
<time class="js-timestamp" datetime="{STAMP[n - 1]}" itemprop="dateCreated">{day}</time></a></div></div></div><div class="d-comment__recommend"><span
class="d-comment__recommend-count">12</span></div><div class="d-comment__content"><div class="d-comment__main"><div class="d-comment__body" itemprop="text"><p>
{words}</p></div><div class="d-comment__actions"><button>Reply</button><a>Share</a><a>Report</a></div></div></div></div></li>"""


def zeit(n, who, day, words):
    return f"""<article class="comment js-comment-toplevel" id="cid-{n}"><div class="comment__container"><div class="comment-meta"><div
class="comment-meta__name"><a href="/community/user/x{n}">{who}</a></div><a href="?cid={n}#cid-{n}" class="comment-meta__date">#{n} &nbsp;—&nbsp; {day}</a></div>
<div class="comment__body"><p>{words}</p></div><div class="comment__reactions"><button class="comment__reaction">Antworten</button></div></div></article>"""


def le_monde(n, who, day, words):
    return f"""<section class="comment comment--contributor" id="comment{n}"><p class="comment__author">{who} <span class="comment__date">{day}</span></p><p
class="comment__content">{words}</p><p class="comment__reply"><button>Répondre</button></p></section>"""


def disqus_static(n, who, day, words):
    return f"""<li class="post" id="post-{n}"><div class="post-content"><ul class="post-menu dropdown"><li><a>Collapse</a></li><li><a>Flag as inappropriate</a></li>
</ul><div class="avatar hovercard"><a class="user"><img alt="Avatar"></a></div><div class="post-body"><header class="comment__header"><span class="post-byline">
<span class="author publisher-anchor-color"><a href="https://disqus.example/by/x{n}/" data-username="x{n}">{who}</a></span></span> <span class="post-meta"><span
class="bullet time-ago-bullet">•</span> <a href="https://x.example/a/#comment-{n}" class="time-ago" title="Tuesday, March 3, 2009 3:12 AM">{day}</a></span>
</header><div class="post-body-inner"><div class="post-message-container"><div class="post-message"><div><p>{words}</p></div></div></div></div><footer
class="comment__footer"><menu><li class="voting"><a class="vote-up"><span class="count">3</span></a></li><li class="reply"><a>Reply</a></li><li
class="share"><a>Share ›</a></li></menu></footer></div></div></li>"""


def github(n, who, day, words):
    return f"""<div class="js-timeline-item"><div class="TimelineItem js-comment-container"><div class="timeline-comment-group" id="issuecomment-{n}"><div
class="timeline-comment comment js-comment"><div class="timeline-comment-header clearfix"><h3 class="f5 text-normal"><strong><a class="author Link--primary"
href="/x{n}">{who}</a></strong> commented <a href="#issuecomment-{n}" class="Link--secondary js-timestamp"><relative-time datetime="{STAMP[n - 1]}"
class="no-wrap">{day}</relative-time></a></h3></div><div class="edit-comment-hide"><table class="d-block"><tbody><tr><td class="d-block comment-body
markdown-body js-comment-body"><p dir="auto">{words}</p></td></tr></tbody></table><div class="comment-reactions"></div></div></div></div></div></div>"""


def bugzilla(n, who, day, words):
    return f"""<div id="c{n}" class="bz_comment"><div class="bz_comment_head"><span class="bz_comment_number"><a href="show_bug.cgi?id=1#c{n}">Comment {n}</a></span>
<span class="bz_comment_user"><span class="vcard"><span class="fn">{who}</span></span></span><span class="bz_comment_user_images"></span><span
class="bz_comment_time">{day}</span></div><pre class="bz_comment_text" id="comment_text_{n}">{words}</pre></div>"""


def lemmy(n, who, day, words):
    return f"""<li class="comment list-unstyled"><article id="comment-{n}" class="details comment-node py-2"><div class="ms-2"><div class="d-flex flex-wrap
align-items-center text-muted small"><button class="btn btn-sm btn-link"></button><a class="person-listing d-inline-flex" title="@{who}" href="/u/x{n}"><span>{who}
</span></a><a class="btn btn-link" href="/comment/{n}"></a><div class="me-lg-5 flex-grow-1"></div><span class="me-1 fw-bold">7</span><span
class="moment-time pointer unselectable" data-tippy-content="Tuesday, March 3rd, 2009 at 3:12:10 AM GMT">{day}</span></div><div><div class="md-div"><p>{words}
</p></div><div class="d-flex justify-content-between"></div></div></div></article></li>"""


def phorum(n, who, day, words):
    return f"""<div class="message"><div class="generic"><table><tr><td width="100%"><div class="message-author icon-user">Posted by: <strong><a
href="http://x.example/profile.php?1,{n}">{who}</a></strong></div><small>Date: {day}</small></td><td><div class="message-user-info">Registered: 4 years ago
<br>Posts: 12</div></td></tr></table></div><div class="message-body">{words}<div class="message-options"><a class="icon icon-comment-add">Reply</a> <a
class="icon">Quote</a></div></div></div>"""


def discuz(n, who, day, words):
    return f"""<div id="post_{n}"><table id="pid{n}" class="plhin"><tr><td class="pls" rowspan="2"><div class="pls favatar"><div class="pi"><div
class="authi"><a href="space-uid-{n}.html" target="_blank" class="xw1">{who}</a></div></div><p><em><a>新手上路</a></em></p></div></td><td class="plc"><div
class="pi"><strong><a href="forum.php?mod=redirect&amp;pid={n}" id="postnum{n}">{n}#</a></strong><div class="pti"><div class="authi"><img><em
id="authorposton{n}">发表于 {day}</em></div></div></div><div class="pct"><div class="pcb"><div class="t_fsz"><table><tr><td class="t_f"
id="postmessage_{n}">{words}</td></tr></table></div></div></div></td></tr></table></div>"""


def mastodon(n, who, day, words):
    return f"""<div class="entry"><div class="activity-stream"><div class="status h-cite"><div class="status__info"><a class="status__relative-time u-url u-uid"
href="https://x.example/@x{n}/1{n}"><time class="time-ago dt-published" datetime="{STAMP[n - 1]}" title="{day}">{day}</time></a><a
class="status__display-name u-url" href="https://x.example/@x{n}"><div class="status__avatar"></div><span class="display-name p-author h-card"><bdi><strong
class="display-name__html p-name emojify">{who}</strong></bdi></span></a></div><div class="status__content emojify e-content"><p>{words}</p></div></div></div></div>"""


def without_names(n, who, day, words):
    """A template whose classes are made by a machine, as of CSS modules."""
    return f"""<div class="x1a{n % 2} _9kq"><div class="b7z"><a class="zz1" href="/u/{n}">{who}</a><div class="q0">{day}</div></div><div class="k3w"><p>{words}</p></div>
<div class="m8"><button>Reply</button></div></div>"""


LAYOUTS: dict[str, tuple[Layout, list[str], str]] = {
    "phpBB 3.3": (prosilver33, WEEKDAY, "<div id=page-body>{}</div>"),
    "phpBB 3, subsilver2": (subsilver2, WEEKDAY, "<div id=pagecontent>{}</div>"),
    "SMF 2.1": (smf21, ["March 03, 2009, 03:12:10 AM"] * 4, "<div id=forumposts>{}</div>"),
    "SMF 1.1": (smf11, ["March 03, 2009, 03:12:10 AM"] * 4, "<table class=bordercolor>{}</table>"),
    "MyBB 1.8": (mybb18, US, "<div id=posts>{}</div>"),
    "Invision 2": (ipb2, ["Mar 3 2009, 03:12 AM"] * 4, "<div class=borderwrap>{}</div>"),
    "PunBB 1.4": (punbb14, ["2009-03-03 03:12:10"] * 4, "<div id=brd-main><div class=main-content>{}</div></div>"),
    "Vanilla": (vanilla, SHORT, "<ul class='MessageList DataList Comments'>{}</ul>"),
    "NodeBB": (nodebb, SHORT, "<ul component=topic class=posts>{}</ul>"),
    "Flarum": (flarum, SHORT, "<div class=PostStream>{}</div>"),
    "Kunena": (kunena, ["03 Mar 2009 03:12"] * 4, "<div id=kunena>{}</div>"),
    "BuddyPress": (buddypress, AGO, "<ul id=activity-stream class='activity-list item-list'>{}</ul>"),
    "Drupal 8": (drupal8, ["Tue, 03/13/2009 - 03:12"] * 4, "<section class='comments'>{}</section>"),
    "Reddit, old": (reddit_old, AGO, "<div class='sitetable nestedlisting'>{}</div>"),
    "Reddit, new": (reddit_new, ["2d ago", "2d ago", "23h ago", "5m ago"], (
        "<shreddit-comment-tree>{}</shreddit-comment-tree>"
    )),
    "Hacker News": (hacker_news, AGO, "<table class=comment-tree>{}</table>"),
    "Lobsters": (lobsters, AGO, "<ol class='comments comments1'>{}</ol>"),
    "Slashdot": (slashdot, ["Tuesday March 03, 2009 @03:12AM"] * 4, "<ul id=commentlisting>{}</ul>"),
    "WordPress, blocks": (wordpress_block, SHORT, (
        "<div class=wp-block-comments><ol class=wp-block-comment-template>{}</ol></div>"
    )),
    "WordPress, HTML5": (wordpress_html5, LONG, (
        "<div id=comments class=comments-area><ol class=comment-list>{}</ol></div>"
    )),
    "TypePad": (typepad, ["March 3, 2009 at 03:12 AM"] * 4, "<div class=comments id=comments>{}</div>"),
    "Movable Type": (movable_type, ["March 3, 2009 3:12 AM"] * 4, "<div id=comments class=comments>{}</div>"),
    "LiveJournal": (livejournal, ["March 3 2009, 03:12:10"] * 4, "<div id=comments class=comments>{}</div>"),
    "RDFa": (rdfa, DAYS, "<div>{}</div>"),
    "UserComments": (user_comments, DAYS, "<div>{}</div>"),
    "webmentions": (webmention, SHORT, "<ul>{}</ul>"),
    "Question2Answer": (question2answer, SHORT, "<div class=qa-a-list id=a_list>{}</div>"),
    "Guardian": (guardian, ["3 Mar 2009 3:12"] * 4, "<ul class=d-thread>{}</ul>"),
    "Zeit": (zeit, ["vor 2 Tagen"] * 4, "<section class=comment-section>{}</section>"),
    "Le Monde": (le_monde, FRENCH, "<div class=comments__list>{}</div>"),
    "Disqus, saved": (disqus_static, AGO, "<ul id=post-list class=post-list>{}</ul>"),
    "GitHub": (github, SHORT, "<div class=js-discussion>{}</div>"),
    "Bugzilla": (bugzilla, ["2009-03-03 03:12:10"] * 4, "<table class=bz_comment_table><tr><td>{}</td></tr></table>"),
    "Lemmy": (lemmy, AGO, "<ul class=comments>{}</ul>"),
    "Phorum": (phorum, ["March 03, 2009 03:12AM"] * 4, "<div id=phorum>{}</div>"),
    "Discuz": (discuz, ["2009-3-3 03:12:10"] * 4, "<div id=postlist class=pl>{}</div>"),
    "Mastodon": (mastodon, SHORT, "<div class=thread>{}</div>"),
    "classes made by a machine": (without_names, AGO, "<div class=q1><div class=w8>{}</div></div>"),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_posts_have_author_date_and_words(name):
    layout, days, around = LAYOUTS[name]
    thread = "\n".join(layout(n, who, days[n - 1], words) for n, (who, words) in enumerate(SAID, 1))
    found = read(PAGE.format(around.format(thread)))
    assert posts(found) == [(who, day, words) for (who, words), day in zip(SAID, days, strict=True)]


ARTICLE = """<!doctype html><html><head><title>Ferry talks end without a deal - The Upton Post</title></head><body><header><nav><ul><li><a href="/">Home
</a></li></ul></nav></header><main><article><h1>Ferry talks end without a deal</h1><p class="byline">By Ines Dahl</p><p class="date">3 March 2009</p>
<div class="story"><p>The talks on the ferry between Upton and the north bank ended on Tuesday without a deal, and both sides blamed each other.</p>
<p>The harbour board said that it had offered two crossings a day and a lower fare for those who live on the north bank.</p>
<p>“We asked for nothing that was not promised to us,” said Karl Moen, who speaks for the commuters. “Nobody on the board has ever crossed.”</p>
<p>The board is to meet again on 12 March, and until then the old boat will leave once a day, at seven in the morning, if the ice allows.</p>
</div></article>{}</main><footer>© 2009 The Upton Post</footer></body></html>"""

OF_ARTICLES = (
    "WordPress, blocks",
    "WordPress, HTML5",
    "TypePad",
    "Movable Type",
    "Guardian",
    "Zeit",
    "Le Monde",
    "Drupal 8",
)


def body_of(found):
    return "\n".join(found.cut(block.span) for block in found.blocks if block.kind == "body")


@pytest.mark.parametrize("name", OF_ARTICLES)
@pytest.mark.parametrize("number", [1, 2, 3])
def test_few_comments_below_an_article_are_read_and_the_article_is_none(name, number):
    layout, days, around = LAYOUTS[name]
    thread = "\n".join(layout(n, who, days[n - 1], words) for n, (who, words) in enumerate(SAID[:number], 1))
    found = read(ARTICLE.format(around.format(thread)))
    assert posts(found) == [(who, day, words) for (who, words), day in zip(SAID[:number], days, strict=False)]
    assert "blamed each other" in body_of(found)
    assert "if the ice allows" in body_of(found)


TEASERS = """<div class="related"><h2>More news</h2>{}</div>"""
TEASER = """<div class="card"><a href="/a/{n}"><h3>{title}</h3></a><p>{lead}</p><div class="meta"><span class="author"><a href="/author/{n}">{who}</a></span>
<span class="date">{day}</span></div></div>"""
TITLED = """<li><a href="/a/{n}">{title}</a><span class="by">{who}</span> <time datetime="2009-03-03">{day}</time><p>{lead}</p></li>"""
RECIPE = """<li class="post-step"><b class="name">{title}</b> <span>{n}0 minutes</span><p>{lead}</p></li>"""
NEWS = [
    ("Heron seen again on the north bank", "Two schoolchildren saw it from the bridge, and one of them had a camera."),
    ("The bridge that was never built", "A hundred years of plans lie in the cellar of the town hall."),
    ("Who is to pay for the new boat", "The county says it is the town, and the town says it is the county."),
    ("Winter market moves to the quay", "There is more room, and nobody has to cross the road with a pram."),
    ("School choir sings for the ferrymen", "They asked for an encore, and then for another."),
]


@pytest.mark.parametrize("teaser", [TEASER, TITLED, RECIPE])
def test_other_articles_and_steps_below_an_article_are_no_thread(teaser):
    rows = "".join(
        teaser.format(n=n, title=title, lead=lead, who=("Ines Dahl", "Karl Moen")[n % 2], day=f"{n} March 2009")
        for n, (title, lead) in enumerate(NEWS, 1)
    )
    found = read(ARTICLE.format(TEASERS.format(rows)))
    assert found.thread == ()
    assert "blamed each other" in body_of(found)


CONSENT = """<div class="modal"><h2>Privacy</h2>{}</div>""".format(
    "<p>We and our partners keep information on your device and use it to measure what you read, and to show you "
    "what may please you.</p>" * 5
)


def test_the_page_of_a_forum_has_nothing_but_its_thread_whatever_else_it_says():
    layout, days, around = LAYOUTS["XenForo"] if "XenForo" in LAYOUTS else LAYOUTS["MyBB 1.8"]
    thread = "\n".join(layout(n, who, days[n - 1], words) for n, (who, words) in enumerate(SAID, 1))
    page = PAGE.replace("<title>The ferry - Upton Talk", "<title>The ferry - Upton Forum").replace(
        '<div class="foot">', CONSENT + '<div class="foot">'
    )
    found = read(page.format(around.format(thread)))
    assert len(found.thread) == 4
    assert body_of(found) == ""


def test_the_post_that_opens_a_thread_may_be_laid_out_otherwise():
    first = """<div class="Item ItemDiscussion"><div class="Item-Header DiscussionHeader"><div class="AuthorWrap"><span class="Author"><a href="/profile/9/x"
class="Username">ferryman</a></span></div><div class="Meta DiscussionMeta"><span class="MItem DateCreated"><a href="/discussion/9/x" class="Permalink"><time
datetime="2009-03-02T03:12:00Z">Mar 2, 2009</time></a></span></div></div><div class="Item-BodyWrap"><div class="Item-Body"><div class="Message userContent"><p>Has
anybody read the minutes of the harbour board?</p></div></div></div></div>"""
    layout, days, around = LAYOUTS["Vanilla"]
    thread = "\n".join(layout(n, who, days[n - 1], words) for n, (who, words) in enumerate(SAID, 1))
    page = PAGE.replace("<html>", "<html id=vanilla>").replace(
        "<body>", "<body id=vanilla_discussion_index class='Vanilla Discussion'>"
    )
    found = read(page.format(first + around.format(thread)))
    assert posts(found)[0] == ("ferryman", "Mar 2, 2009", "Has anybody read the minutes of the harbour board?")
    assert len(found.thread) == 5


def test_a_post_that_quotes_an_earlier_one_answers_it():
    def quoting(n, who, day, words):
        quote = (
            f"<blockquote class=bbCodeBlock--quote><div>{SAID[1][0]} said:</div><p>{SAID[1][1]}</p></blockquote>"
            if n == 4
            else ""
        )
        return discuz(n, who, day, quote + words)

    thread = "\n".join(quoting(n, who, "2009-3-3 03:12:10", words) for n, (who, words) in enumerate(SAID, 1))
    found = read(PAGE.format(f"<div id=postlist>{thread}</div>"))
    assert [post.reply_to for post in found.thread] == [None, None, None, 1]
    assert [found.cut(post.author) for post in found.thread if post.author] == [who for who, _ in SAID]


def test_a_post_that_links_to_its_parent_answers_it():
    def linking(n, who, day, words):
        parent = '<a class="parent-link" href="#post-1">in reply to marshfox</a>' if n == 3 else ""
        return disqus_static(n, who, day, words).replace("</header>", parent + "</header>")

    thread = "\n".join(linking(n, who, AGO[n - 1], words) for n, (who, words) in enumerate(SAID, 1))
    found = read(PAGE.format(f"<ul id=post-list class=post-list>{thread}</ul>"))
    assert [post.reply_to for post in found.thread] == [None, None, 0, None]


@pytest.mark.parametrize(
    ("script", "service"),
    [
        ('<div id="disqus_thread"></div>', "Disqus"),
        ('<script src="https://giscus.app/client.js"></script>', "GitHub"),
        ("<fb:comments></fb:comments>", "Facebook"),
        ('<div class="box" data-spotim-module="x"></div>', "OpenWeb"),
        ("<div data-isso></div>", "a comment service"),
        ("<script>load('https://cdn.commento.io/js')</script>", "a comment service"),
        ('<script type="application/json">{"comments": "disqus_thread"}</script><p title="disqus_thread">', None),
    ],
)
def test_a_thread_that_a_script_loads_is_said_to_be_elsewhere(script, service):
    found = read(ARTICLE.format(script))
    assert found.thread == ()
    assert found.thread_elsewhere == service


def test_a_date_that_only_the_data_of_a_post_has_is_kept_without_a_place_on_the_page():
    thread = "".join(
        f"""<div class="comment" id="comment-{n}" data-timestamp="123604{n}330"><a class="username" href="/u/{n}">{who}</a><div class="comment-text"><p>{words}</p>
</div></div>"""
        for n, (who, words) in enumerate(SAID, 1)
    )
    found = read(PAGE.format(f"<div id=comments>{thread}</div>"))
    assert [post.date for post in found.thread] == [None] * 4
    assert found.thread[0].date_value == "2009-03-03T00:48:50Z"


def test_the_questions_and_answers_of_a_company_are_no_thread():
    answers = "".join(
        f"""<div itemprop="mainEntity" itemscope itemtype="https://schema.org/Question"><h3 itemprop="name">{title}?</h3><div itemprop="acceptedAnswer"
itemscope itemtype="https://schema.org/Answer"><div itemprop="text">{lead}</div></div></div>"""
        for title, lead in NEWS
    )
    found = read(ARTICLE.format(f'<div itemscope itemtype="https://schema.org/FAQPage">{answers}</div>'))
    assert found.thread == ()
    assert "blamed each other" in body_of(found)


def test_posts_of_a_network_set_in_an_article_are_no_thread():
    tweets = "".join(
        f"""<blockquote class="post"><p>{words}</p><span class="author">{who}</span> (@reader{n})
<a href="https://twitter.com/reader{n}/status/10{n}">March {n}, 2021</a></blockquote>"""
        for n, (who, words) in enumerate(SAID, 1)
    )
    found = read(ARTICLE.format(f"<article>{tweets}</article>"))
    assert found.thread == ()
    assert SAID[0][1] in body_of(found)
